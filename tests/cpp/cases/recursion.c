#define f(a) a*g
#define g(a) f(a)
f(2)(9)
#define foo foo a bar
#define bar foo b
foo bar
#define x 3
#define h(a) h(x * (a))
#undef x
#define x 2
#define i h
#define z z[0]
#define j i(~
#define m(a) a(w)
#define w 0,1
#define t(a) a
h(y+1) + h(h(z)) % t(t(i)(0) + t)(1);
i(x+(3,4)-w) | j 5) & m
(h)^m(m);
#define AA BB
#define BB AA
AA BB
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
G_0(42)
