// status: 1
#error x
