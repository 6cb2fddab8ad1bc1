connector seL4SharedDataWithCaps { from Dataports; to Dataports; }
