#include <camkes.h>

int run(void)
{
	for (int i = 0; i < 3; i++) {
		seL4_Word badge;
		seL4_Wait(red_notification(), &badge);
		printf("hub:%s%s%s\n", badge & red_notification_badge() & ~1ul ? " red" : "",
		       badge & green_notification_badge() & ~1ul ? " green" : "",
		       badge & again_notification_badge() & ~1ul ? " again" : "");
		if (i == 0)
			more_emit();
	}
	return 0;
}
