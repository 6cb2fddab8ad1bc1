// status: 4
#pragma GCC poison x
