void CONNECTOR(end)(void)
{
	CONNECTOR_BUILTIN(end)();
}
