// status: 4
__DATE__
