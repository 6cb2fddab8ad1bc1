// status: 1
#if
#endif
