#define A(x, ...) f(x, ## __VA_ARGS__)
#define B(x, rest...) f(x, ## rest) rest
#define C(...) g(0, ## __VA_ARGS__) #__VA_ARGS__
#define D(args...) h(args)
A(1) A(1,) A(1, 2) A(1, 2, 3) A() A(,)
B(1) B(1, (2, 3), 4) B(,)
C() C(1) C(1,2) C(,) D() D(a, b)
#define LIST(name, ...) component name { uses P __VA_ARGS__; }
LIST(a, b) LIST(a)
#define E(x, y...) x , ## y ## z
E(1) E(1, 2) E(1,)
