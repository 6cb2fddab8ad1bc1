// status: 4
#if __has_attribute(x)
#endif
