# Applications that are projects of their own look for CAmkES; its functions are here already (camkes.cmake).
set(camkes-tool_FOUND TRUE)
