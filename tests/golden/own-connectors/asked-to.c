char *CONNECTOR_SERVED(ask)(const char *what, int *cost)
{
	return CONNECTOR(ask)(what, cost);
}
