/*
 * What CMake says that is wrong with an application's files, as a message of this tool's.
 */
#ifndef CLI_CMAKE_ERROR_H
#define CLI_CMAKE_ERROR_H

#include "cli/cli.h"

/*
 * Reports each error in OUTPUT, which CMake wrote to standard error, at the line of the application's own
 * files that led to it. WORK is the folder of the build. False when OUTPUT has none in a form that is known.
 */
bool cmake_error_report(struct cli *cli, const char *work, const char *output);

#endif
