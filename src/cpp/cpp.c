#include "cpp/cpp.h"

#include "cpp/expand.h"
#include "cpp/flags.h"
#include "cpp/output.h"
#include "cpp/read.h"

static void report(struct cpp_run *run)
{
	struct diag *diag = run->compilation->diag;
	for (size_t i = 0; i < run->messages.count; i++) {
		const struct cpp_message *message = &run->messages.items[i];
		diag_report(diag, message->id, message->range, "%s", message->text);
		if (message->note)
			diag_note(diag, message->note_range, "%s", message->note);
	}
}

static struct cpp_source *make_source(struct cpp_run *run, const struct src_file *file, const char *path)
{
	struct cpp_source *source = ARENA_NEW(run->arena, struct cpp_source);
	*source = (struct cpp_source){ .file = file, .path = path };
	return source;
}

enum cpp_status cpp_run(struct cpp *cpp, const struct src_file *file, const char *path,
			struct cpp_result *result)
{
	struct compilation *compilation = cpp->compilation;
	struct cpp_run run = {
		.cpp = cpp,
		.compilation = compilation,
		.arena = compilation->arena,
		.base_file = file->name,
		.unsupported = cpp->unknown,
	};
	struct cpp_output output = { .run = &run, .text = out_create(run.arena) };
	*result = (struct cpp_result){ 0 };
	if (!cpp_knows_flags(cpp)) {
		result->unsupported = cpp->unknown;
		return CPP_UNSUPPORTED;
	}
	cpp_enter(&run, make_source(&run, file, path));
	cpp_enter(&run, make_source(&run, cpp->directives, NULL));
	for (;;) {
		struct cpp_token token = cpp_next(&run);
		if (token.kind == CPP_TOKEN_END)
			break;
		cpp_output_token(&output, &token);
	}
	result->headers = run.headers;
	result->unsupported = run.unsupported;
	if (run.unsupported)
		return CPP_UNSUPPORTED;
	cpp_leave(&run);
	report(&run);
	result->file = cpp_output_end(&output, file->name);
	if (!result->file)
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, file->name,
				 "cannot read: too much text in all");
	return run.failed || !result->file ? CPP_FAILED : CPP_DONE;
}
