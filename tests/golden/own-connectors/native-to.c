void CONNECTOR(wait)(void)
{
	CONNECTOR_BUILTIN(wait)();
}
