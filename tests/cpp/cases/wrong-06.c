// status: 1
#if 1
