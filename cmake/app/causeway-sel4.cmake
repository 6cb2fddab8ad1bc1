# Toolchain of protection domains for seL4: freestanding programs over picolibc, for the board of an SDK. It is included by
# the file toolchain.cmake that `causeway build --board` writes beside the board's libraries (CAUSEWAY_PLATFORM).

set(CAUSEWAY_SUBSTRATE sel4)
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH CAUSEWAY_HOME)
foreach(needed IN ITEMS CAUSEWAY_PLATFORM CAUSEWAY_SDK_INCLUDE CAUSEWAY_MACHINE CAUSEWAY_CPU)
	if("${${needed}}" STREQUAL "")
		message(FATAL_ERROR "causeway-sel4.cmake needs ${needed}; `causeway build --board=...` sets it.")
	endif()
endforeach()
# Folders of runtime/ that make up the substrate.
set(CAUSEWAY_SUBSTRATE_FOLDERS sel4 sel4/arch/${CAUSEWAY_MACHINE})

set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR ${CAUSEWAY_MACHINE})
set(triple ${CAUSEWAY_MACHINE}-linux-gnu)
find_program(CAUSEWAY_CROSS_GCC ${triple}-gcc)
if(NOT CAUSEWAY_CROSS_GCC)
	message(FATAL_ERROR "${triple}-gcc is missing (Debian: gcc-${CAUSEWAY_MACHINE}-linux-gnu).")
endif()
find_path(CAUSEWAY_PICOLIBC picolibc.specs PATHS /usr/lib/picolibc/${triple} NO_DEFAULT_PATH)
if(NOT CAUSEWAY_PICOLIBC)
	message(FATAL_ERROR "picolibc is missing (Debian: picolibc-${CAUSEWAY_MACHINE}-linux-gnu).")
endif()
set(CMAKE_C_COMPILER ${CAUSEWAY_CROSS_GCC})
set(CMAKE_ASM_COMPILER ${CAUSEWAY_CROSS_GCC})
find_program(CAUSEWAY_CROSS_GXX ${triple}-g++)
if(CAUSEWAY_CROSS_GXX)
	set(CMAKE_CXX_COMPILER ${CAUSEWAY_CROSS_GXX})
endif()
# Atomics inline: the helpers for newer processors ask the operating system which one this is.
set(flags "-mcpu=${CAUSEWAY_CPU} -fno-pie -fno-pic -mno-outline-atomics")
set(CMAKE_C_FLAGS_INIT "${flags}")
set(CMAKE_CXX_FLAGS_INIT "${flags} -fno-exceptions -fno-rtti -ffreestanding -nostdinc++")
set(CMAKE_ASM_FLAGS_INIT "-mcpu=${CAUSEWAY_CPU}")
# Of the two builds of the library, the one that was not made to be small copies memory in a twentieth of the time.
find_path(CAUSEWAY_PICOLIBC_LIBRARIES libc.a PATHS ${CAUSEWAY_PICOLIBC}/lib/release ${CAUSEWAY_PICOLIBC}/lib NO_DEFAULT_PATH)
set(CMAKE_C_STANDARD_LIBRARIES_INIT "-Wl,--start-group ${CAUSEWAY_PICOLIBC_LIBRARIES}/libc.a \
${CAUSEWAY_PICOLIBC_LIBRARIES}/libm.a -lgcc -Wl,--end-group")
set(CMAKE_CXX_STANDARD_LIBRARIES_INIT "${CMAKE_C_STANDARD_LIBRARIES_INIT}")
# A program links only with the runtime, so the compiler is tried without linking.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

# The runtime is optimised as a whole: between a program and the kernel there is then a function or two.
set(CAUSEWAY_RUNTIME_OPTIONS -flto)
set(CAUSEWAY_DEFAULTS_OPTIONS -fno-lto)
set(CAUSEWAY_COMBINE ${CMAKE_C_COMPILER} -O2 -mcpu=${CAUSEWAY_CPU} -fno-pie -fno-pic -mno-outline-atomics
	-ffunction-sections -fdata-sections -fno-stack-protector -r -nostdlib -flto=1 -flinker-output=nolto-rel)

# The compiler is one for programs on Linux: its C library's headers, which declare what is not there, must not be found.
execute_process(COMMAND ${CAUSEWAY_CROSS_GCC} -print-file-name=include OUTPUT_VARIABLE compiler_include
	OUTPUT_STRIP_TRAILING_WHITESPACE)
# For whoever links a protection domain without add_protection_domain. picolibc declares what it is told that there is:
# clock_gettime, clocks that it may be asked for, all error numbers of POSIX.
set(CAUSEWAY_PD_COMPILE_OPTIONS -O2 -g -fno-stack-protector -ffunction-sections -fdata-sections
	-nostdinc -isystem${compiler_include} -isystem${CAUSEWAY_PICOLIBC}/include
	-isystem${CAUSEWAY_HOME}/include/sel4-compat -D_POSIX_TIMERS=1 -D_POSIX_MONOTONIC_CLOCK=1 -D__LINUX_ERRNO_EXTENSIONS__)
set(CAUSEWAY_PD_LINK_OPTIONS -nostdlib -static -no-pie -T ${CAUSEWAY_HOME}/source/runtime/sel4/pd.ld
	-Wl,-z,noexecstack -Wl,-z,norelro -Wl,--build-id=none -Wl,--gc-sections)
set(CAUSEWAY_PD_INCLUDES ${CAUSEWAY_HOME}/include)
set(CAUSEWAY_PD_LIBRARY ${CAUSEWAY_PLATFORM}/libcauseway.a)

# For components of CAmkES systems: the same and the component runtime in one, instead of CAUSEWAY_PD_LIBRARY.
set(CAUSEWAY_CAMKES_INCLUDES ${CAUSEWAY_HOME}/include/camkes-compat)
set(CAUSEWAY_CAMKES_LIBRARY ${CAUSEWAY_PLATFORM}/libcauseway_camkes.a)
# Nothing refers to it: the monitor goes there.
set(CAUSEWAY_CAMKES_LINK_OPTIONS -Wl,--undefined=causeway_fault_entry)
