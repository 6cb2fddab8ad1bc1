#include "sdf/type.h"

#include "sdf/number.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void sdf_error(struct sdf_reader *reader, enum diag_id id, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(reader->compilation->diag, id, range, format, arguments);
	va_end(arguments);
	reader->ok = false;
}

static void bad_value(struct sdf_reader *reader, const struct sdf_value *value, const char *expected)
{
	sdf_error(reader, DIAG_SDF_VALUE, value->xml->range, "'%s' is '%s'; it must be %s", value->row->name,
		  value->xml->value, expected);
}

/* --------------------------------------------------------------- texts */

static void read_text(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	if (!*value->xml->value)
		sdf_error(reader, DIAG_SDF_VALUE, value->xml->name_range, "'%s' is empty", value->row->name);
	*(const char **)sdf_field(value->row, object) = value->xml->value;
}

static const char *write_text(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			      const void *object)
{
	(void)arena;
	(void)model;
	return *(const char *const *)sdf_field_const(row, object);
}

/* ------------------------------------------------------------ booleans */

static sdf_set spoken_bool(const char *text)
{
	bool exact = !strcmp(text, "true") || !strcmp(text, "false");
	bool loose = !strcasecmp(text, "true") || !strcasecmp(text, "false");
	return exact ? SDF_ALL : loose ? SDF_PYTHON : 0;
}

static void read_bool(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	bool truth = !strcasecmp(value->xml->value, "true");
	if (!truth && strcasecmp(value->xml->value, "false"))
		bad_value(reader, value, "'true' or 'false'");
	*(bool *)sdf_field(value->row, object) = truth;
}

static const char *write_bool(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			      const void *object)
{
	(void)arena;
	(void)model;
	bool value = *(const bool *)sdf_field_const(row, object);
	return value == (bool)row->fallback ? NULL : value ? "true" : "false";
}

static void read_not(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	bool *field = sdf_field(value->row, object);
	read_bool(reader, value, object);
	*field = !*field;
}

static const char *write_not(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			     const void *object)
{
	(void)arena;
	(void)model;
	return *(const bool *)sdf_field_const(row, object) ? "false" : NULL;
}

/* ------------------------------------------------------------- numbers */

static sdf_set spoken_general(const char *text)
{
	struct sdf_number number;
	return sdf_number_parse(text, &number) ? number.general : 0;
}

static sdf_set spoken_channel(const char *text)
{
	struct sdf_number number;
	return sdf_number_parse(text, &number) ? number.channel : 0;
}

static sdf_set spoken_device(const char *text)
{
	struct sdf_number number;
	return sdf_number_parse(text, &number) ? number.device : 0;
}

static void parse_number(struct sdf_reader *reader, const struct sdf_value *value, uint64_t max,
			 uint64_t *result)
{
	struct sdf_number number;
	*result = 0;
	if (!sdf_number_parse(value->xml->value, &number))
		bad_value(reader, value, "a number");
	else if (value->row->type == SDF_TYPE_CHANNEL_ID && !number.channel)
		bad_value(reader, value, "a decimal number");
	else if (number.negative && number.value)
		bad_value(reader, value, "zero or more");
	else if (number.overflow || number.value > max)
		sdf_error(reader, DIAG_SDF_VALUE, value->xml->range, "'%s' is too large: '%s'",
			  value->row->name, value->xml->value);
	else
		*result = number.value;
}

static void read_unsigned(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	uint64_t number;
	parse_number(reader, value, UINT_MAX, &number);
	*(unsigned *)sdf_field(value->row, object) = (unsigned)number;
}

static const char *write_unsigned(struct arena *arena, const struct model *model,
				  const struct sdf_attribute *row, const void *object)
{
	(void)model;
	unsigned value = *(const unsigned *)sdf_field_const(row, object);
	return value == row->fallback && !row->always ? NULL : arena_format(arena, "%u", value);
}

static void read_u64(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	uint64_t number;
	parse_number(reader, value, UINT64_MAX, &number);
	*(uint64_t *)sdf_field(value->row, object) = number;
}

static uint64_t get_u64(const struct sdf_attribute *row, const void *object)
{
	return *(const uint64_t *)sdf_field_const(row, object);
}

static const char *write_u64(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			     const void *object)
{
	(void)model;
	uint64_t value = get_u64(row, object);
	return value == row->fallback && !row->always ? NULL : arena_format(arena, "%" PRIu64, value);
}

static const char *write_size(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			      const void *object)
{
	(void)model;
	uint64_t value = get_u64(row, object);
	return value == row->fallback ? NULL : sdf_number_grouped(arena, value);
}

static const char *write_address(struct arena *arena, const struct model *model,
				 const struct sdf_attribute *row, const void *object)
{
	(void)model;
	return arena_format(arena, "0x%" PRIx64, get_u64(row, object));
}

/* A period lies behind the budget that it is measured against. */
_Static_assert(offsetof(struct model_pd, period) == offsetof(struct model_pd, budget) + sizeof(uint64_t), "");
_Static_assert(offsetof(struct model_vm, period) == offsetof(struct model_vm, budget) + sizeof(uint64_t), "");
static const uint64_t *budget_of(const uint64_t *period)
{
	return period - 1;
}

static const char *write_period(struct arena *arena, const struct model *model,
				const struct sdf_attribute *row, const void *object)
{
	(void)model;
	const uint64_t *period = sdf_field_const(row, object);
	return *period == *budget_of(period) || !*period ? NULL : arena_format(arena, "%" PRIu64, *period);
}

/* ---------------------------------------------------------- keywords */

static void read_perms(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	unsigned *perms = sdf_field(value->row, object);
	*perms = 0;
	for (const char *letter = value->xml->value; *letter; letter++) {
		unsigned perm = *letter == 'r'	 ? MODEL_PERM_READ
				: *letter == 'w' ? MODEL_PERM_WRITE
				: *letter == 'x' ? MODEL_PERM_EXECUTE
						 : 0;
		if (!perm) {
			bad_value(reader, value, "made of the letters 'r', 'w' and 'x'");
			return;
		}
		*perms |= perm;
	}
}

static const char *write_perms(struct arena *arena, const struct model *model,
			       const struct sdf_attribute *row, const void *object)
{
	(void)model;
	unsigned perms = *(const unsigned *)sdf_field_const(row, object);
	return arena_format(arena, "%s%s%s", perms & MODEL_PERM_READ ? "r" : "",
			    perms & MODEL_PERM_WRITE ? "w" : "", perms & MODEL_PERM_EXECUTE ? "x" : "");
}

static void read_trigger(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	enum model_trigger *trigger = sdf_field(value->row, object);
	*trigger = strcmp(value->xml->value, "edge") ? MODEL_TRIGGER_LEVEL : MODEL_TRIGGER_EDGE;
	if (*trigger == MODEL_TRIGGER_LEVEL && strcmp(value->xml->value, "level"))
		bad_value(reader, value, "'level' or 'edge'");
}

static const char *write_trigger(struct arena *arena, const struct model *model,
				 const struct sdf_attribute *row, const void *object)
{
	(void)arena;
	(void)model;
	return *(const enum model_trigger *)sdf_field_const(row, object) == MODEL_TRIGGER_EDGE ? "edge"
											       : NULL;
}

static void read_polarity(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	enum model_polarity *polarity = sdf_field(value->row, object);
	*polarity = strcmp(value->xml->value, "low") ? MODEL_POLARITY_HIGH : MODEL_POLARITY_LOW;
	if (*polarity == MODEL_POLARITY_HIGH && strcmp(value->xml->value, "high"))
		bad_value(reader, value, "'low' or 'high'");
}

static const char *write_polarity(struct arena *arena, const struct model *model,
				  const struct sdf_attribute *row, const void *object)
{
	(void)arena;
	(void)model;
	return *(const enum model_polarity *)sdf_field_const(row, object) == MODEL_POLARITY_LOW ? "low"
												: NULL;
}

/* Hexadecimal digits of one part of a PCI address; the part ends at DELIMITER. */
static bool read_pci_part(const char **text, char delimiter, unsigned *part)
{
	size_t digits = strspn(*text, "0123456789abcdefABCDEF");
	if (!digits || digits > 4 || (*text)[digits] != delimiter)
		return false;
	*part = (unsigned)strtoul(*text, NULL, 16);
	*text += digits + (delimiter != '\0');
	return true;
}

static void read_pci(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	struct model_pci *pci = sdf_field(value->row, object);
	const char *text = value->xml->value;
	if (!read_pci_part(&text, ':', &pci->bus) || !read_pci_part(&text, '.', &pci->device) ||
	    !read_pci_part(&text, '\0', &pci->function))
		bad_value(reader, value, "a PCI address, bus:device.function in hexadecimal");
	else if (pci->bus > 0xff)
		bad_value(reader, value, "a PCI address with a bus of at most ff");
	else if (pci->device > 0x1f)
		bad_value(reader, value, "a PCI address with a device of at most 1f");
	else if (pci->function > 7)
		bad_value(reader, value, "a PCI address with a function of at most 7");
}

static const char *write_pci(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			     const void *object)
{
	(void)model;
	const struct model_pci *pci = sdf_field_const(row, object);
	return arena_format(arena, "%02x:%02x.%x", pci->bus, pci->device, pci->function);
}

static void read_duration(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	struct model_duration *duration = sdf_field(value->row, object);
	char *unit;
	const char *text = value->xml->value;
	size_t digits = strspn(text, "0123456789");
	duration->value = digits && digits < 20 ? strtoull(text, &unit, 10) : 0;
	bool ticks = duration->value && !strcmp(unit, " ticks");
	duration->unit = ticks ? MODEL_TIME_TICKS : MODEL_TIME_US;
	if (!duration->value || (!ticks && strcmp(unit, " us")))
		bad_value(reader, value, "a number above zero and its unit, 'N us' or 'N ticks'");
}

static const char *write_duration(struct arena *arena, const struct model *model,
				  const struct sdf_attribute *row, const void *object)
{
	(void)model;
	const struct model_duration *duration = sdf_field_const(row, object);
	return arena_format(arena, "%" PRIu64 " %s", duration->value,
			    duration->unit == MODEL_TIME_TICKS ? "ticks" : "us");
}

/* -------------------------------------------------------- references */

static void read_reference(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	struct sdf_reference reference = { value->row->type, value->xml->value, value->xml->range,
					   sdf_field(value->row, object) };
	VEC_PUSH(reader->compilation->arena, &reader->references, reference);
}

static const char *write_region(struct arena *arena, const struct model *model,
				const struct sdf_attribute *row, const void *object)
{
	(void)arena;
	(void)model;
	return (*(struct model_region *const *)sdf_field_const(row, object))->name;
}

static const char *write_pd(struct arena *arena, const struct model *model, const struct sdf_attribute *row,
			    const void *object)
{
	(void)arena;
	(void)model;
	return (*(struct model_pd *const *)sdf_field_const(row, object))->name;
}

static const char *write_domain(struct arena *arena, const struct model *model,
				const struct sdf_attribute *row, const void *object)
{
	(void)arena;
	(void)model;
	const struct model_domain *domain = *(struct model_domain *const *)sdf_field_const(row, object);
	return domain ? domain->name : NULL;
}

/* ------------------------------------------------- what older dialects say otherwise */

/* Up to 1.4 a protection domain says that it may be called; from 2.0 each end says that it may call. */
static const char *write_legacy_pp(struct arena *arena, const struct model *model,
				   const struct sdf_attribute *row, const void *object)
{
	(void)arena;
	(void)row;
	const struct model_pd *pd = object;
	return pd->pp_legacy || model_pd_is_called(model, pd) ? "true" : NULL;
}

/* The guide's dialect has one virtual CPU per virtual machine, which has no element of its own. */
static struct model_vcpu *only_vcpu(struct sdf_reader *reader, struct model_vm *vm)
{
	if (!vm->vcpus.count) {
		struct model_vcpu *vcpu = ARENA_NEW(reader->compilation->arena, struct model_vcpu);
		vcpu->range = vm->range;
		VEC_PUSH(reader->compilation->arena, &vm->vcpus, vcpu);
	}
	return vm->vcpus.items[0];
}

static void read_vm_id(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	uint64_t id;
	struct model_vcpu *vcpu = only_vcpu(reader, object);
	parse_number(reader, value, UINT_MAX, &id);
	vcpu->id = (unsigned)id;
	vcpu->range = value->xml->range;
}

static const char *write_vm_id(struct arena *arena, const struct model *model,
			       const struct sdf_attribute *row, const void *object)
{
	(void)model;
	(void)row;
	const struct model_vm *vm = object;
	return arena_format(arena, "%u", vm->vcpus.items[0]->id);
}

static void read_vm_cpu(struct sdf_reader *reader, const struct sdf_value *value, void *object)
{
	uint64_t cpu;
	struct model_vcpu *vcpu = only_vcpu(reader, object);
	parse_number(reader, value, UINT_MAX, &cpu);
	vcpu->has_cpu = true;
	vcpu->cpu = (unsigned)cpu;
}

static const char *write_vm_cpu(struct arena *arena, const struct model *model,
				const struct sdf_attribute *row, const void *object)
{
	(void)model;
	(void)row;
	const struct model_vm *vm = object;
	return vm->vcpus.items[0]->has_cpu ? arena_format(arena, "%u", vm->vcpus.items[0]->cpu) : NULL;
}

static const struct sdf_type_functions types[SDF_TYPE_COUNT] = {
	[SDF_TYPE_NAME] = { NULL, read_text, write_text },
	[SDF_TYPE_TEXT] = { NULL, read_text, write_text },
	[SDF_TYPE_BOOL] = { spoken_bool, read_bool, write_bool },
	[SDF_TYPE_NOT] = { spoken_bool, read_not, write_not },
	[SDF_TYPE_NUMBER] = { spoken_general, read_unsigned, write_unsigned },
	[SDF_TYPE_CHANNEL_ID] = { spoken_channel, read_unsigned, write_unsigned },
	[SDF_TYPE_IRQ_ID] = { spoken_device, read_unsigned, write_unsigned },
	[SDF_TYPE_DEVICE_ID] = { spoken_device, read_unsigned, write_unsigned },
	[SDF_TYPE_DEVICE_NUMBER] = { spoken_device, read_u64, write_u64 },
	[SDF_TYPE_TIME] = { spoken_general, read_u64, write_u64 },
	[SDF_TYPE_SIZE] = { spoken_general, read_u64, write_size },
	[SDF_TYPE_ADDRESS] = { spoken_general, read_u64, write_address },
	[SDF_TYPE_PERIOD] = { spoken_general, read_u64, write_period },
	[SDF_TYPE_PERMS] = { NULL, read_perms, write_perms },
	[SDF_TYPE_TRIGGER] = { NULL, read_trigger, write_trigger },
	[SDF_TYPE_POLARITY] = { NULL, read_polarity, write_polarity },
	[SDF_TYPE_PCI] = { NULL, read_pci, write_pci },
	[SDF_TYPE_DURATION] = { NULL, read_duration, write_duration },
	[SDF_TYPE_REGION] = { NULL, read_reference, write_region },
	[SDF_TYPE_PD] = { NULL, read_reference, write_pd },
	[SDF_TYPE_DOMAIN] = { NULL, read_reference, write_domain },
	[SDF_TYPE_PP] = { spoken_bool, read_bool, write_bool },
	[SDF_TYPE_LEGACY_PP] = { spoken_bool, read_bool, write_legacy_pp },
	[SDF_TYPE_LEGACY_VM_ID] = { spoken_general, read_vm_id, write_vm_id },
	[SDF_TYPE_LEGACY_VM_CPU] = { spoken_general, read_vm_cpu, write_vm_cpu },
};

const struct sdf_type_functions *sdf_type(enum sdf_type type)
{
	return &types[type];
}

void sdf_type_default(const struct sdf_attribute *row, void *object)
{
	if (!row->fallback)
		return;
	void *field = sdf_field(row, object);
	if (row->type == SDF_TYPE_BOOL)
		*(bool *)field = true;
	else
		*(unsigned *)field = (unsigned)row->fallback;
}

const char *sdf_attribute_text(struct arena *arena, const struct model *model,
			       const struct sdf_attribute *row, const void *object)
{
	if (row->present != SDF_NOT_OPTIONAL && !*((const bool *)object + row->present))
		return NULL;
	return types[row->type].write(arena, model, row, object);
}
