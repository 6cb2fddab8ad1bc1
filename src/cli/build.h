/*
 * Building an application with CMake and the functions that its CMakeLists.txt calls.
 */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include "cli/cli.h"

/*
 * PATH is the application's folder, or its .camkes file. Returns the .system file that was made, in the
 * folder where the ELF files are, or NULL after an error that was reported; cli->cause then says it in short.
 */
const char *build_application(struct cli *cli, const char *path);

/* What add_simulate_test has declared, in the folder of the .system file. */
#define BUILD_TEST_FILE "simulate_test.tcl"

/* The same for who wants to test it: an application without a BUILD_TEST_FILE is translated and not compiled.
 */
const char *build_application_to_test(struct cli *cli, const char *path);

/* Takes out of the environment what is meant for the host's programs, before CMake is run for others. */
void build_clean_environment(void);

#endif
