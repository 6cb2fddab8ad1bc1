/*
 * The picture of a system, as text for Graphviz: protection domains with their priorities, interrupts and
 * virtual machines; the memory they share, with permissions; channels, with ids and who may call. Of a large
 * system it shows less of each.
 */
#ifndef EMIT_GRAPH_H
#define EMIT_GRAPH_H

#include "base/compilation.h"
#include "base/out.h"
#include "model/model.h"

struct out *emit_graph(struct compilation *compilation, const struct model *model);

#endif
