connector seL4GlobalAsynch { from Event with 0 threads; to Events with 0 threads; }
connector seL4GlobalAsynchCallback { from Event; to Events; }
