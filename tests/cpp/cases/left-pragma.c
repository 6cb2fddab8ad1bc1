// status: 4
_Pragma("once")
