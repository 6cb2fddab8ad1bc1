# Toolchain of protection domains that run as Linux processes: static programs over musl, linked at the Core Platform's
# address. Give it to CMake as CMAKE_TOOLCHAIN_FILE; CausewayPD.cmake beside it has add_protection_domain.

set(CAUSEWAY_SUBSTRATE linux)
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH CAUSEWAY_HOME)
cmake_host_system_information(RESULT CAUSEWAY_MACHINE QUERY OS_PLATFORM)
if(NOT CAUSEWAY_MACHINE STREQUAL "x86_64")
	message(FATAL_ERROR "The Linux substrate has no code for ${CAUSEWAY_MACHINE} yet: only for x86_64.")
endif()
# Folders of runtime/ that make up the substrate.
set(CAUSEWAY_SUBSTRATE_FOLDERS linux linux/confined linux/arch/${CAUSEWAY_MACHINE} baton)

find_program(CAUSEWAY_MUSL_GCC musl-gcc REQUIRED)
set(CMAKE_C_COMPILER ${CAUSEWAY_MUSL_GCC})
set(CMAKE_ASM_COMPILER ${CAUSEWAY_MUSL_GCC})
# For projects that name C++ among their languages; g++ is told where the C library is as musl-gcc tells gcc.
find_program(CAUSEWAY_GXX g++)
if(CAUSEWAY_GXX)
	set(CMAKE_CXX_COMPILER ${CAUSEWAY_GXX})
	file(STRINGS ${CAUSEWAY_MUSL_GCC} causeway_specs REGEX "-specs")
	string(REGEX MATCH "[^\" ]*musl-gcc\\.specs" causeway_specs "${causeway_specs}")
	set(CMAKE_CXX_FLAGS_INIT "-specs=${causeway_specs} -fno-pie -fno-pic -ffreestanding -fno-exceptions -fno-rtti -nostdinc++ -fno-threadsafe-statics")
endif()
# Position-dependent code: protection domains are linked at a fixed address.
set(CMAKE_C_FLAGS_INIT "-fno-pie -fno-pic")
set(CMAKE_ASM_FLAGS_INIT "-fno-pie -fno-pic")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -no-pie")
# A program links only with the runtime, so the compiler is tried without linking.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

# For whoever links a protection domain without add_protection_domain.
set(CAUSEWAY_PD_COMPILE_OPTIONS -O2 -g -fno-stack-protector)
# -DCAUSEWAY_SANITIZE=undefined has what is undefined in a program reported, by the runtime's own functions: a fault; with
# -DCAUSEWAY_SANITIZE_RECOVER=ON, a line on the console, and the program goes on.
set(CAUSEWAY_PD_SANITIZER_LIBRARY "")
if(CAUSEWAY_SANITIZE STREQUAL "undefined")
	list(APPEND CAUSEWAY_PD_COMPILE_OPTIONS -fsanitize=undefined)
	if(NOT CAUSEWAY_SANITIZE_RECOVER)
		list(APPEND CAUSEWAY_PD_COMPILE_OPTIONS -fno-sanitize-recover=undefined)
	endif()
	set(CAUSEWAY_PD_SANITIZER_LIBRARY ${CAUSEWAY_HOME}/linux/libcauseway_ubsan.a)
elseif(NOT "${CAUSEWAY_SANITIZE}" STREQUAL "")
	message(FATAL_ERROR "CAUSEWAY_SANITIZE is '${CAUSEWAY_SANITIZE}': confined programs can have 'undefined'.")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CAUSEWAY_SANITIZE CAUSEWAY_SANITIZE_RECOVER)
# With CAUSEWAY_SIMULATE, time passes in a simulated run (causeway run --sim) while a program computes.
if(CAUSEWAY_SIMULATE)
	list(APPEND CAUSEWAY_PD_COMPILE_OPTIONS -fsanitize-coverage=trace-pc)
endif()
# Two segments, as the Core Platform links: code with constants, and data.
set(CAUSEWAY_PD_LINK_OPTIONS -static -no-pie -Wl,-Ttext-segment=0x200000 -Wl,-e,causeway_entry
	-Wl,-z,noexecstack -Wl,-z,noseparate-code -Wl,-z,norelro -Wl,--build-id=none)
set(CAUSEWAY_PD_INCLUDES ${CAUSEWAY_HOME}/include)
set(CAUSEWAY_PD_LIBRARY ${CAUSEWAY_HOME}/linux/libcauseway.a)

# For components of CAmkES systems: the same and the component runtime in one, instead of CAUSEWAY_PD_LIBRARY.
set(CAUSEWAY_CAMKES_INCLUDES ${CAUSEWAY_HOME}/include/camkes-compat)
set(CAUSEWAY_CXX_INCLUDES ${CAUSEWAY_HOME}/include/cxx)
set(CAUSEWAY_SANITIZER_KINDS undefined)
set(CAUSEWAY_CAMKES_LIBRARY ${CAUSEWAY_HOME}/linux/libcauseway_camkes.a)
if(CAUSEWAY_SANITIZE STREQUAL "undefined")
	# The sanitizer's library calls the runtime, and the runtime calls it.
	set(CAUSEWAY_CAMKES_LIBRARY ${CAUSEWAY_HOME}/linux/libcauseway_camkes-undefined.a ${CAUSEWAY_PD_SANITIZER_LIBRARY})
endif()
