message(FATAL_ERROR "This application has a component in CakeML, for which Causeway has no compiler.")
