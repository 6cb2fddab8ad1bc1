// status: 4
#if #machine(x)
#endif
