// status: 1
#if 1.0
#endif
