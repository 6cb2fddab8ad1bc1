// status: 1
#if (1
#endif
