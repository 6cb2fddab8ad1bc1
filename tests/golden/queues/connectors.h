connector seL4VirtQueues {
	from Procedures with 0 threads;
	to Procedure with 0 threads;
	attribute bool disable_interface_type_checking = true;
}
connector seL4MessageQueue { from Dataports; to Dataports; }
procedure VirtQueueDrv {}
procedure VirtQueueDev {}
procedure VirtQueue {}
component VirtQueueInit { provides VirtQueue init; }
