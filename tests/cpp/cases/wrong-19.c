// status: 1
#if 0
#else
#else
#endif
