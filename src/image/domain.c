/*
 * Protection domains: their kernel objects, and the monitor, which is one that nobody describes.
 */
#include "image/plan.h"

enum {
	DEFAULT_STACK_SIZE = 0x2000,
	MONITOR_STACK_SIZE = 0x2000,
	SCHEDULING_CONTEXT_BITS = 8, /* holds two refills on every kernel */
	/* All published slots; an unused one answers as an empty one, where a smaller CNode would fault. */
	CNODE_BITS = 9,
	ROOT_CNODE_BITS = 6,
};

static int add_one(struct image_plan *plan, const struct image_domain *domain, enum sel4_type type,
		   unsigned bits, const char *what)
{
	return plan_group(plan, (struct image_group){ .type = type,
						      .bits = bits,
						      .count = 1,
						      .address = SEL4_NO_ADDRESS,
						      .owner = domain->owner,
						      .what = what,
						      .range = domain->pd ? domain->pd->range
									  : (struct src_range){ 0, 0 } });
}

/* Whether somebody sends to it: callers, children that fault. Else it has its notification alone. */
static bool needs_endpoint(const struct image_plan *plan, const struct image_domain *domain)
{
	return !domain->pd || domain->pd->children.count || domain->pd->pp_legacy ||
	       model_pd_is_called(plan->model, domain->pd);
}

static void add_objects(struct image_plan *plan, struct image_domain *domain)
{
	const struct image_sdk *sdk = plan->inputs->sdk;
	domain->tcb = add_one(plan, domain, SEL4_TYPE_TCB, sdk->tcb_bits, "thread");
	domain->scheduling_context = add_one(plan, domain, SEL4_TYPE_SCHEDULING_CONTEXT,
					     SCHEDULING_CONTEXT_BITS, "scheduling context");
	domain->notification =
		add_one(plan, domain, SEL4_TYPE_NOTIFICATION, sdk->notification_bits, "notification");
	domain->reply = add_one(plan, domain, SEL4_TYPE_REPLY, sdk->reply_bits, "reply object");
	domain->endpoint = needs_endpoint(plan, domain)
				   ? add_one(plan, domain, SEL4_TYPE_ENDPOINT, sdk->endpoint_bits, "endpoint")
				   : IMAGE_NO_GROUP;
	domain->vspace = add_one(plan, domain, SEL4_TYPE_VSPACE, sdk->vspace_bits, "address space");
	domain->cnode_bits = CNODE_BITS;
	domain->cnode = add_one(plan, domain, SEL4_TYPE_CNODE, domain->cnode_bits, "capabilities");
	domain->root = domain->pd && domain->pd->caps.count
			       ? add_one(plan, domain, SEL4_TYPE_CNODE, ROOT_CNODE_BITS, "user capabilities")
			       : IMAGE_NO_GROUP;
	domain->buffer = add_one(plan, domain, SEL4_TYPE_FRAME, IMAGE_PAGE_BITS, "IPC buffer");
	domain->stack = plan_group(plan, (struct image_group){ .type = SEL4_TYPE_FRAME,
							       .bits = IMAGE_PAGE_BITS,
							       .count = domain->stack_size >> IMAGE_PAGE_BITS,
							       .address = SEL4_NO_ADDRESS,
							       .owner = domain->owner,
							       .what = "stack" });
}

static void place_top(struct image_plan *plan, struct image_domain *domain, uint64_t stack_size)
{
	uint64_t mask = (UINT64_C(1) << IMAGE_PAGE_BITS) - 1;
	domain->buffer_address = plan->inputs->sdk->kernel->user_top & ~mask;
	domain->stack_top = domain->buffer_address - mask - 1;
	domain->stack_size = (stack_size + mask) & ~mask;
}

static bool add_domain(struct image_plan *plan, struct image_domain *domain, const struct model_pd *pd)
{
	const struct image_inputs *inputs = plan->inputs;
	domain->pd = pd;
	domain->name = pd->name;
	domain->owner = plan_owner(plan, arena_format(plan->compilation->arena, "pd '%s'", pd->name));
	place_top(plan, domain, pd->has_stack_size ? pd->stack_size : DEFAULT_STACK_SIZE);
	image_patches patches = plan_patches(plan, domain);
	if (!plan_program(plan, domain, inputs->programs[pd->index],
			  inputs->symbols ? inputs->symbols[pd->index] : NULL, &patches))
		return false;
	add_objects(plan, domain);
	return plan_space(plan, domain);
}

static bool add_monitor(struct image_plan *plan, struct image_domain *domain)
{
	image_patches patches = { 0 };
	VEC_PUSH(plan->compilation->arena, &patches, plan_monitor_knowledge(plan, domain));
	domain->name = "monitor";
	domain->owner = plan_owner(plan, "the monitor");
	place_top(plan, domain, MONITOR_STACK_SIZE);
	if (!plan_program(plan, domain, plan->inputs->parts.monitor, NULL, &patches))
		return false;
	add_objects(plan, domain);
	plan->monitor_endpoint = domain->endpoint;
	return plan_space(plan, domain);
}

bool plan_domains(struct image_plan *plan)
{
	size_t count = plan->model->pds.count;
	bool ok = true;
	plan->domain_count = count + 1;
	plan->domains = ARENA_ARRAY(plan->compilation->arena, struct image_domain, count + 1);
	for (size_t i = 0; i < count; i++)
		ok &= add_domain(plan, &plan->domains[i], plan->model->pds.items[i]);
	return ok && add_monitor(plan, &plan->domains[count]);
}
