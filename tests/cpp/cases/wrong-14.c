// status: 1
/* open
