static unsigned count;

void CONNECTOR(emit)(void)
{
	count++;
	CONNECTOR_BUILTIN(emit)();
}
