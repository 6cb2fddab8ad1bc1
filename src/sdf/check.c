#include "sdf/sdf.h"
#include "sdf/shape.h"
#include "sdf/type.h"

#include "model/check.h"

#include <string.h>

/* Is this model sayable in that dialect? Every element and attribute is asked, by the rows that the writer
 * goes by. */
struct check {
	struct compilation *compilation;
	const struct model *model;
	enum sdf_dialect dialect;
	sdf_set set; /* of that dialect alone */
	bool ok;
};

static struct src_range place_of(const struct sdf_element *element, const void *entity)
{
	struct src_range range;
	memcpy(&range, (const char *)entity + element->range, sizeof range);
	return range;
}

static void report(struct check *check, struct src_range range, const char *what, sdf_set dialects)
{
	diag_report(check->compilation->diag, DIAG_SDF_DIALECT, range, "%s cannot be said in %s", what,
		    sdf_limits(check->dialect)->name);
	diag_note(check->compilation->diag, range, "it can be said in %s",
		  sdf_set_describe(check->compilation->arena, dialects));
	check->ok = false;
}

/* Another row of the dialect says the same field: an id that is called otherwise. */
static bool is_said_otherwise(const struct check *check, const struct sdf_element *element,
			      const struct sdf_attribute *row)
{
	for (const struct sdf_attribute *other = element->attributes; other->name; other++)
		if (other->field == row->field && other->dialects & check->set)
			return true;
	return false;
}

/* Values that say what holds in a dialect anyway. */
static bool goes_without_saying(const struct check *check, const struct sdf_attribute *row, const char *text,
				const void *entity)
{
	if (!strcmp(row->name, "stack_size"))
		return *(const uint64_t *)sdf_field_const(row, entity) ==
		       sdf_limits(check->dialect)->stack_size;
	return !strcmp(row->name, "cpu") && !strcmp(text, "0");
}

static void check_attribute(struct check *check, const struct sdf_element *element,
			    const struct sdf_attribute *row, const void *entity)
{
	if (row->type == SDF_TYPE_LEGACY_VM_ID || row->type == SDF_TYPE_LEGACY_VM_CPU ||
	    row->type == SDF_TYPE_LEGACY_PP || row->type == SDF_TYPE_PP || !strcmp(row->name, "notify"))
		return;
	const char *text = sdf_attribute_text(check->compilation->arena, check->model, row, entity);
	if (!text || row->dialects & check->set || is_said_otherwise(check, element, row) ||
	    goes_without_saying(check, row, text, entity))
		return;
	struct src_range range =
		model_place(check->model, sdf_field_const(row, entity), place_of(element, entity));
	const char *what = arena_format(check->compilation->arena, "'%s' on '%s'", row->name, element->tag);
	report(check, range, what, row->dialects);
}

/* The guide's branch says the one virtual CPU of a virtual machine with the attributes of the machine. */
static void check_vm(struct check *check, const struct model_vm *vm)
{
	if (!(check->set & (SDF_BRANCH | SDF_BIT(SDF_MICROKIT_14))))
		return;
	if (vm->vcpus.count > 1)
		report(check, vm->vcpus.items[1]->range, "more than one virtual CPU",
		       SDF_FROM(SDF_MICROKIT_20));
	if (check->set & SDF_BRANCH && vm->vcpus.count && vm->vcpus.items[0]->setvar_id)
		report(check, vm->vcpus.items[0]->range, "'setvar_id' on 'vcpu'", SDF_FROM(SDF_MICROKIT_21));
}

static void check_element(struct check *check, enum sdf_element_id id, const void *entity)
{
	const struct sdf_element *element = sdf_element(id);
	if (id == SDF_ELEMENT_VCPU && check->set & SDF_BRANCH)
		return;
	if (!(element->dialects & check->set)) {
		const char *what = arena_format(check->compilation->arena, "'%s'", element->tag);
		if (id == SDF_ELEMENT_CHILD)
			what = "a protection domain inside another";
		report(check, place_of(element, entity), what, element->dialects);
		return;
	}
	if (id == SDF_ELEMENT_VM)
		check_vm(check, entity);
	for (const struct sdf_attribute *row = element->attributes; row->name; row++)
		check_attribute(check, element, row, entity);
	struct sdf_children children =
		sdf_shape_children(check->compilation->arena, check->model, id, entity);
	for (size_t i = 0; i < children.list.count; i++)
		check_element(check, children.list.items[i].id, children.list.items[i].entity);
}

static bool calls(const struct model *model, const struct model_pd *caller, const struct model_pd *callee)
{
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = model->channels.items[i]->ends;
			if (ends[end].pd == caller && ends[end].pp && ends[!end].pd == callee)
				return true;
		}
	return false;
}

/* Up to 1.4 both ends of a channel may notify, and may call if the other has a protected procedure at all. */
static void check_rights(struct check *check)
{
	const struct model *model = check->model;
	struct diag *diag = check->compilation->diag;
	const char *name = sdf_limits(check->dialect)->name;
	for (size_t i = 0; i < model->channels.count; i++)
		for (int end = 0; end < 2; end++) {
			const struct model_end *ends = model->channels.items[i]->ends;
			const struct model_pd *from = ends[end].pd, *to = ends[!end].pd;
			if (!ends[end].notify)
				diag_report(diag, DIAG_SDF_WIDENED,
					    model_place(model, &ends[end].notify, ends[end].range),
					    "in %s '%s' may notify '%s', which it may not do here", name,
					    from->name, to->name);
			if (!ends[end].pp && model_pd_is_called(model, to) && !calls(model, from, to))
				diag_report(diag, DIAG_SDF_WIDENED, ends[end].range,
					    "in %s '%s' may call '%s', which it may not do here", name,
					    from->name, to->name);
		}
}

/* From 2.3 on, virtual machines have names of their own. */
static void check_vm_names(struct check *check)
{
	sdf_set dialects = 0;
	for (unsigned dialect = SDF_AUTO + 1; dialect < SDF_DIALECT_COUNT; dialect++)
		if (sdf_limits((enum sdf_dialect)dialect)->vm_names != MODEL_VM_NAMES_UNIQUE)
			dialects |= SDF_BIT(dialect);
	for (size_t i = 0; i < check->model->pds.count; i++) {
		const struct model_vm *vm = check->model->pds.items[i]->vm;
		for (size_t j = 0; vm && j < i; j++) {
			const struct model_vm *other = check->model->pds.items[j]->vm;
			if (!other || strcmp(vm->name, other->name) != 0)
				continue;
			const char *what = arena_format(check->compilation->arena,
							"another virtual machine '%s'", vm->name);
			report(check, model_place(check->model, &vm->name, vm->range), what, dialects);
			break;
		}
	}
}

bool sdf_check(struct compilation *compilation, const struct model *model, enum sdf_dialect dialect)
{
	struct check check = { compilation, model, dialect, SDF_BIT(dialect), true };
	check_element(&check, SDF_ELEMENT_SYSTEM, model);
	if (check.set & SDF_UNTIL(SDF_MICROKIT_14))
		check_rights(&check);
	if (sdf_limits(dialect)->vm_names == MODEL_VM_NAMES_UNIQUE)
		check_vm_names(&check);
	struct model_rules rules = sdf_rules(dialect);
	check.ok &= model_check(compilation, model, &rules, MODEL_CHECK_LIMITS);
	return check.ok;
}
