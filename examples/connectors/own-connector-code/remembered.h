#pragma once

/* What the connector has beside the procedure's methods, for an interface that is called `meter`. */
void meter_forget(void);
