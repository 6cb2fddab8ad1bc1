int CONNECTOR(poll)(void)
{
	return CONNECTOR_BUILTIN(poll)();
}
