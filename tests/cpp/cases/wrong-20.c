// status: 1
#if 1//
#elif 2
