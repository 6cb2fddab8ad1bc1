# What the CMake files of an application can ask about the kernel and the machine, under the names that seL4's own build
# gives them. The Linux substrate stands for the platform of an ordinary computer.

set(KernelIsMCS ON)
set(KernelNumDomains 1 CACHE STRING "Scheduling domains")
set(KernelMaxNumNodes 1)
set(KernelWordSize 64)
set(Kernel64 ON)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$" OR "${CAUSEWAY_MACHINE}" STREQUAL "aarch64")
	set(KernelArch arm)
	set(KernelArchARM ON)
	set(KernelArchArm ON)
	set(KernelSel4Arch aarch64)
	set(KernelArmSel4Arch aarch64)
	set(KernelSel4ArchAarch64 ON)
	set(KernelPlatform qemu-arm-virt)
	set(KernelARMPlatform qemu-arm-virt)
else()
	set(KernelArch x86)
	set(KernelArchX86 ON)
	set(KernelSel4Arch x86_64)
	set(KernelX86Sel4Arch x86_64)
	set(KernelSel4ArchX86_64 ON)
	set(KernelPlatform pc99)
	set(KernelPlatformPC99 ON)
endif()
set(KernelPlatform_all_strings ${KernelPlatform})
set(PLATFORM ${KernelPlatform} CACHE STRING "Platform")
set(SIMULATION OFF CACHE BOOL "Runs the system in a simulator: here it is run by 'causeway run'")
set(RELEASE OFF CACHE BOOL "Without debug output")
set(LibSel4FunctionAttributes public)

# What the build files of whole projects do about the kernel and its tools has no counterpart: a system is built for the
# substrate that the toolchain file chose.
foreach(name IN ITEMS
	ApplyCommonReleaseVerificationSettings ApplyCommonSimulationSettings ApplyData61ElfLoaderSettings
	GenerateSimulateScript SetSimulationScriptProperty camkes_tool_setup_camkes_build_environment
	capdl_import_project correct_platform_strings elfloader_import_project musllibc_setup_build_environment_with_sel4runtime
	projects_libs_import_libraries sel4_configure_platform_settings sel4_import_kernel sel4_import_libsel4
	sel4_libs_import_libraries sel4_projects_libs_import_libraries sel4_tutorials_regenerate_tutorial
	sel4_tutorials_setup_capdl_tutorial_environment sel4_tutorials_setup_roottask_tutorial_environment
	sel4runtime_import_project setup_and_import_musllibc util_libs_import_libraries)
	cmake_language(EVAL CODE "
		function(${name})
		endfunction()")
endforeach()
