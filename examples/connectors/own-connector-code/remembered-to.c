enum { LOCKED = 9 };

/* What comes over the connection; the component's function of the same name is behind it. */
int CONNECTOR_SERVED(read)(int unit)
{
	printf("station: unit %d is %s\n", unit, unit == LOCKED ? "locked" : "read");
	return unit == LOCKED ? -1 : CONNECTOR(read)(unit);
}
