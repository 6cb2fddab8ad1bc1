// status: 4
// flags: -std=c99
x
