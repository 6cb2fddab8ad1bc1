// status: 1
#elif 1
