#include <camkes.h>

extern volatile char *home_buf; /* as the program calls what is in it */

static const char *from(seL4_Word badge)
{
	bool home = badge & home_notification_badge() & ~(seL4_Word)1;
	bool work = badge & work_notification_badge() & ~(seL4_Word)1;
	return home && work ? "home and work" : home ? "home" : work ? "work" : "nobody";
}

int run(void)
{
	seL4_Word badge = 1;
	seL4_Poll(home_notification(), &badge);
	printf("%s: at first, a signal from %s\n", get_instance_name(), from(badge));

	int length = home_order("Hello");
	seL4_Wait(home_notification(), &badge);
	printf("%s: from %s, %d bytes: %s\n", get_instance_name(), from(badge), length, (const char *)home_buf);

	work_order("Good day");
	seL4_Poll(work_notification(), &badge);
	printf("%s: from %s: %s\n", get_instance_name(), from(badge), (const char *)work_get_buf());
	printf("%s: the other buffer still says: %s\n", get_instance_name(), (const char *)home_buf);

	home_nudge();
	work_nudge();
	home_wait_notification();
	seL4_Poll(home_notification(), &badge);
	printf("%s: both at once were one; left is a signal from %s\n", get_instance_name(), from(badge));
	return 0;
}
