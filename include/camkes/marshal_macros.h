/*
 * What CAmkES' connectors pack parameters with. Here generated glue does it, so each use is an error at
 * compile time.
 */
#ifndef CAMKES_MARSHAL_MACROS_H
#define CAMKES_MARSHAL_MACROS_H

#ifdef __cplusplus
#define CAUSEWAY_NO_MARSHALLING                                                                              \
	static_assert(0, "calls are marshalled by the generated glue; call <interface>_<method>")
#else
#define CAUSEWAY_NO_MARSHALLING                                                                              \
	_Static_assert(0, "calls are marshalled by the generated glue; call <interface>_<method>")
#endif

#define MARSHAL_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define MARSHAL_STRING_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define MARSHAL_ARRAY_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define MARSHAL_STRING_ARRAY_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define UNMARSHAL_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define UNMARSHAL_STRING_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define UNMARSHAL_ARRAY_PARAM(...) CAUSEWAY_NO_MARSHALLING
#define UNMARSHAL_STRING_ARRAY_PARAM(...) CAUSEWAY_NO_MARSHALLING

#endif
