// status: 1
#foo
