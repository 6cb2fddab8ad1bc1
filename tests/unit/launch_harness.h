/*
 * Systems made in C, run in a process of their own, and what became of them.
 */
#ifndef UNIT_LAUNCH_HARNESS_H
#define UNIT_LAUNCH_HARNESS_H

#include "test.h"

#include "launch/launch.h"

#include <sys/types.h>

struct harness {
	struct compilation *compilation;
	struct model *model;
	struct launch_options options;
	void (*prepare)(void); /* called in that process before anything runs, or NULL */
	struct board board;    /* what harness_device added */
	int standard_input;    /* what it reads; -1: this process's own */
	int standard_output;   /* where it prints; -1: `output` below */
	pid_t process;
	int files[2];
	/* after harness_wait */
	int status;   /* exit status, or 128 plus the signal that killed the launcher */
	char *output; /* standard output and standard error */
	char *reports;
};

struct harness *harness_create(void);
void harness_destroy(struct harness *harness);

/* A protection domain that runs tests/run/pd/PROGRAM.c. */
struct model_pd *harness_pd(struct harness *harness, const char *name, const char *program,
			    unsigned priority);

/* A channel from A to B; B's protected procedure may be called if CALL. */
struct model_channel *harness_channel(struct harness *harness, struct model_pd *a, struct model_pd *b,
				      bool call);

/* Interrupt ID of PD, with that number of the platform. */
struct model_irq *harness_irq(struct harness *harness, struct model_pd *pd, unsigned id, unsigned number);

/* A region of SIZE bytes at physical address 0x1000, which PD has at 0x4000000 and in the variable SYMBOL. */
struct model_region *harness_registers(struct harness *harness, struct model_pd *pd, uint64_t size,
				       const char *symbol);

/* A line of a board; all are bound when the run starts. */
void harness_device(struct harness *harness, const char *line);

/* Starts the launcher; waits for it. harness_run does both. */
void harness_start(struct harness *harness);
void harness_wait(struct harness *harness);
void harness_run(struct harness *harness);

/* Waits until the run has printed TEXT. */
void harness_await(struct harness *harness, const char *text);

/* A process that the launcher has started; one whose name begins with NAME (NULL: any). */
pid_t harness_child(const struct harness *harness);
pid_t harness_child_named(const struct harness *harness, const char *name);

/* Fails the test unless the run had this status; shows what it printed. */
void harness_expect_status(const struct harness *harness, int status);

/* TEXT is in the output (or in the reports). */
void harness_expect_output(const struct harness *harness, const char *text);
void harness_expect_report(const struct harness *harness, const char *text);
void harness_expect_no_report(const struct harness *harness);

#endif
