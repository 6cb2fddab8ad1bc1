/*
 * Makefiles of Core Platform projects look up the processor here, in this very form, to choose a compiler.
 */
#pragma once

#define CONFIG_SEL4_ARCH  x86_64
#define CONFIG_SEL4_ARCH_X86_64  1
