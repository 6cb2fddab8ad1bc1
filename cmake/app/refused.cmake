# What an application may call that Causeway cannot do: each says why, instead of that there is no such command.

# causeway_cannot(REASON NAMES...)
function(causeway_cannot reason)
	foreach(name IN LISTS ARGN)
		cmake_language(EVAL CODE "
			function(${name})
				message(FATAL_ERROR [[This application ${reason} (it calls ${name}).]])
			endfunction()")
	endforeach()
endfunction()

causeway_cannot("has a virtual machine, and Causeway has no monitor for those yet"
	AddFileToOverlayDir AddOverlayDirToRootfs AddToFileServer camkes_arm_vm_import_project
	camkes_vm_import_project ConfigureLinux DeclareCAmkESARMVM DeclareCAmkESVM DeclareCAmkESVMRootServer
	DecompressLinuxKernel DefineCAmkESVMFileServer DefineLinuxModule)
causeway_cannot("has a component that runs on rumprun, which Causeway does not have"
	DeclareExternalRumprunProject DeclareRumprunCAmkESComponent)
causeway_cannot("has a component in CakeML, for which Causeway has no compiler" CakeMLPP DeclareCakeMLLib
	DeclareCakeMLMetaUtils)
causeway_cannot("has a component in Rust, and components are C, C++ or assembly here" RustAddLibrary)

function(RequireFile variable name)
	message(FATAL_ERROR "This application needs '${name}' of another project, which is not part of what Causeway "
		"builds with.")
endfunction()
