#include "model/kernel.h"

#include "base/file.h"
#include "base/suggest.h"
#include "base/vec.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const struct model_kernel kernels[] = {
#define KERNEL(name, arch, cores, hypervisor, iommu, smc, domains, entries, user_top)                        \
	{ name,                                                                                              \
	  MODEL_ARCH_##arch,                                                                                 \
	  cores,                                                                                             \
	  MODEL_SUPPORT_##hypervisor,                                                                        \
	  MODEL_SUPPORT_##iommu,                                                                             \
	  MODEL_SUPPORT_##smc,                                                                               \
	  domains,                                                                                           \
	  entries,                                                                                           \
	  user_top },
#include "model/kernels.def"
#undef KERNEL
};

/*
 * A gen_config.json is one object whose values are texts, numbers and truth values. Only that much JSON is
 * read here; the text of each value, without quotes, stays in the arena.
 */
struct pair {
	const char *key;
	const char *value;
};

struct config {
	struct compilation *compilation;
	const struct src_file *file;
	const char *at;
	VEC(struct pair) pairs;
};

static bool syntax_error(struct config *config, const char *expected)
{
	src_loc here = config->file->base + (src_loc)(config->at - config->file->text);
	diag_report(config->compilation->diag, DIAG_KERNEL_CONFIG, (struct src_range){ here, here + 1 },
		    "%s is expected here", expected);
	return false;
}

static void skip_blanks(struct config *config)
{
	while (isspace((unsigned char)*config->at))
		config->at++;
}

static bool read_punctuation(struct config *config, char c, const char *expected)
{
	skip_blanks(config);
	if (*config->at != c)
		return syntax_error(config, expected);
	config->at++;
	return true;
}

static bool read_quoted(struct config *config, const char **text)
{
	skip_blanks(config);
	size_t length = *config->at == '"' ? strcspn(config->at + 1, "\"\\\n") : 0;
	if (*config->at != '"' || config->at[1 + length] != '"')
		return syntax_error(config, "a text in quotes");
	*text = arena_strndup(config->compilation->arena, config->at + 1, length);
	config->at += length + 2;
	return true;
}

static bool read_value(struct config *config, const char **text)
{
	skip_blanks(config);
	if (*config->at == '"')
		return read_quoted(config, text);
	size_t length =
		strspn(config->at, "-+.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
	if (!length)
		return syntax_error(config, "a text, a number, true or false");
	*text = arena_strndup(config->compilation->arena, config->at, length);
	config->at += length;
	return true;
}

static bool read_pairs(struct config *config)
{
	if (!read_punctuation(config, '{', "'{'"))
		return false;
	skip_blanks(config);
	while (*config->at != '}') {
		struct pair pair;
		if (config->pairs.count && !read_punctuation(config, ',', "',' or '}'"))
			return false;
		if (!read_quoted(config, &pair.key) || !read_punctuation(config, ':', "':'") ||
		    !read_value(config, &pair.value))
			return false;
		VEC_PUSH(config->compilation->arena, &config->pairs, pair);
		skip_blanks(config);
	}
	config->at++;
	skip_blanks(config);
	return *config->at ? syntax_error(config, "the end of the file") : true;
}

/* NULL: the kernel's configuration says nothing of KEY. */
static const char *value_of(const struct config *config, const char *key)
{
	for (size_t i = 0; i < config->pairs.count; i++)
		if (!strcmp(config->pairs.items[i].key, key))
			return config->pairs.items[i].value;
	return NULL;
}

static bool is_true(const struct config *config, const char *key)
{
	const char *value = value_of(config, key);
	return value && (!strcmp(value, "true") || !strcmp(value, "1"));
}

static enum model_support support(const struct config *config, const char *key)
{
	return !value_of(config, key) ? MODEL_SUPPORT_UNKNOWN
	       : is_true(config, key) ? MODEL_SUPPORT_YES
				      : MODEL_SUPPORT_NO;
}

static unsigned number_of(const struct config *config, const char *key)
{
	const char *value = value_of(config, key);
	return value ? (unsigned)strtoul(value, NULL, 0) : 0;
}

/* Where an address space ends, as the kernel's own headers have it. */
static uint64_t user_top_of(const struct config *config, const struct model_kernel *kernel)
{
	if (kernel->arch == MODEL_ARCH_AARCH64 && kernel->hypervisor == MODEL_SUPPORT_YES)
		return is_true(config, "ARM_PA_SIZE_BITS_44") ? 0xfffffffffff : 0xffffffffff;
	return kernel->arch == MODEL_ARCH_RISCV64 ? 0x3fffffffff : 0x7fffffffffff;
}

static bool fill_kernel(const struct config *config, const char *path, struct model_kernel *kernel)
{
	static const struct {
		const char *name;
		enum model_arch arch;
		const char *hypervisor; /* its key */
	} arches[] = {
		{ "aarch64", MODEL_ARCH_AARCH64, "ARM_HYPERVISOR_SUPPORT" },
		{ "riscv64", MODEL_ARCH_RISCV64, NULL },
		{ "x86_64", MODEL_ARCH_X86_64, "VTX" },
	};
	const char *name = value_of(config, "SEL4_ARCH");
	kernel->name = path;
	for (size_t i = 0; name && i < sizeof arches / sizeof *arches; i++)
		if (!strcmp(arches[i].name, name)) {
			kernel->arch = arches[i].arch;
			kernel->hypervisor = arches[i].hypervisor ? support(config, arches[i].hypervisor)
								  : MODEL_SUPPORT_NO;
		}
	if (kernel->arch == MODEL_ARCH_UNKNOWN) {
		struct src_range start = { config->file->base, config->file->base + 1 };
		diag_report(config->compilation->diag, DIAG_KERNEL_CONFIG, start,
			    name ? "the Core Platform has no architecture '%s'"
				 : "there is no SEL4_ARCH in this%s",
			    name ? name : "");
		return false;
	}
	kernel->iommu = support(config, "IOMMU");
	kernel->smc = support(config, "ALLOW_SMC_CALLS");
	kernel->cores = is_true(config, "ENABLE_SMP_SUPPORT") ? number_of(config, "MAX_NUM_NODES") : 1;
	kernel->domains = number_of(config, "NUM_DOMAINS");
	kernel->schedule_entries = number_of(config, "NUM_DOMAIN_SCHEDULES");
	kernel->user_top = user_top_of(config, kernel);
	return true;
}

static const struct model_kernel *read_kernel(struct compilation *compilation, const char *path,
					      const struct file_text *text)
{
	struct config config = { .compilation = compilation };
	config.file = src_map_add(compilation->sources, path, text->text, text->length);
	if (!config.file) {
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, path,
				 "too much text was read in this run");
		return NULL;
	}
	config.at = text->text;
	struct model_kernel *kernel = ARENA_NEW(compilation->arena, struct model_kernel);
	return read_pairs(&config) && fill_kernel(&config, path, kernel) ? kernel : NULL;
}

const struct model_kernel *model_kernel_find(struct compilation *compilation, const char *name)
{
	struct suggest suggest = suggest_for(name);
	for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++) {
		if (!strcmp(kernels[i].name, name))
			return &kernels[i];
		suggest_offer(&suggest, kernels[i].name);
	}
	struct file_text text;
	int error = file_read(compilation->arena, name, &text);
	if (!error)
		return read_kernel(compilation, name, &text);
	const char *best = suggest_best(&suggest);
	diag_report_file(compilation->diag, DIAG_CANNOT_READ, name,
			 "no kernel has this name, and as a file it cannot be read: %s", strerror(error));
	if (best)
		diag_note(compilation->diag, (struct src_range){ 0, 0 }, "did you mean '%s'?", best);
	return NULL;
}
