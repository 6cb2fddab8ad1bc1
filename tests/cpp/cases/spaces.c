#define EMPTY
#define MINUS -
#define ARROW(x) <x
#define ID(x) x
-EMPTY- MINUS-MINUS -MINUS MINUS> <ID()- ARROW(-) ARROW(<) ID(=)= &ID(&) ID(a)b ID(1)2 x.ID(y).z ID(0x1e)+1
ID( - )> a[ID(EMPTY)] EMPTY # EMPTY ID(/)/ ID(/)*
f(EMPTY) ID (  a  b  ) ID
(c) ID EMPTY (d)
"a  b" ID("a  b") 'c' <a/b.c> ID(<a/b.c>)
