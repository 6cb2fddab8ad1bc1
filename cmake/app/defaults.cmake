# The settings of a whole CAmkES application, as cache variables: those that the translation takes over, and those of the
# tool that it stands in for, of which none is dropped without a word.

# Variable, and what --default calls it.
set(CAUSEWAY_DEFAULTS CAmkESDefaultStackSize stack-size CAmkESDefaultHeapSize heap-size CAmkESDefaultPriority priority
	CAmkESDefaultAffinity affinity)

# Variable, the value that changes nothing here (ON or OFF), and why another one has no effect.
set(CAUSEWAY_WITHOUT_EFFECT
	CAmkESFaultHandlers ON "faults are always reported"
	CAmkESProvideTCBCaps ON "a protection domain holds no capability of its threads"
	CAmkESConnectorTiming OFF "connectors take no time stamps: `causeway run --trace` has the times"
	CAmkESLargeFramePromotion OFF "page sizes are chosen when the system is packed"
	CAmkESDMALargeFramePromotion OFF "page sizes are chosen when the system is packed"
	CAmkESNoFPUByDefault OFF "protection domains keep their floating point unit")

# Appends --default options to the list in RESULT; warns of settings without effect.
function(causeway_default_options result)
	set(options ${${result}})
	set(defaults ${CAUSEWAY_DEFAULTS})
	while(defaults)
		list(POP_FRONT defaults variable name)
		if(DEFINED ${variable} AND NOT options MATCHES "--default=${name}=")
			list(APPEND options "--default=${name}=${${variable}}")
		endif()
	endwhile()
	set(others ${CAUSEWAY_WITHOUT_EFFECT})
	while(others)
		list(POP_FRONT others variable plain reason)
		if(DEFINED ${variable})
			if((plain AND NOT ${variable}) OR (NOT plain AND ${variable}))
				message(WARNING "${variable}=${${variable}} has no effect: ${reason}.")
			endif()
		endif()
	endwhile()
	set(${result} "${options}" PARENT_SCOPE)
endfunction()
