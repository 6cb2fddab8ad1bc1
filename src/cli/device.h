/*
 * What a board has in place of the devices that hosts lend systems.
 */
#ifndef CLI_DEVICE_H
#define CLI_DEVICE_H

#include "cli/cli.h"
#include "image/image.h"

/* Finds in MODEL the devices of the board `linux`, and adds what stands for them to INPUTS. False after an
 * error. */
bool device_find_all(struct cli *cli, const struct model *model, struct image_inputs *inputs);

#endif
