// status: 1
#else
