import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { isCityTenant } from '#shared/kernel/tenant.ts';
import type { CatalogueRules } from '#shared/regulation/profile.ts';

export type CatalogueVerb = 'draft' | 'release' | 'file' | 'setStandards';

const rolesFor = (rules: CatalogueRules, verb: CatalogueVerb): readonly string[] => {
  switch (verb) {
    case 'draft':
      return rules.drafts.value;
    case 'release':
      return rules.releases.value;
    case 'file':
      return rules.filing?.value ?? [];
    case 'setStandards':
      return rules.budgetStandards?.setBy.value ?? [];
  }
};

const verbs: readonly CatalogueVerb[] = ['draft', 'release', 'file', 'setStandards'];
type Who = Pick<Actor, 'tenant' | 'roles'>;

/** What the actor may do with the city's catalogue, by the city's rules. */
export const catalogueVerbs = (rules: CatalogueRules, { tenant, roles }: Who): CatalogueVerb[] =>
  isCityTenant(tenant)
    ? verbs.filter((verb) => rolesFor(rules, verb).some((role) => roles.includes(role)))
    : [];

const refusalOf: Readonly<Record<CatalogueVerb, string>> = {
  draft: '起草目录不属于您的岗位。',
  release: '发布目录不属于您的岗位。',
  file: '登记目录备案不属于您的岗位。',
  setStandards: '制定支出预算标准不属于您的岗位。',
};

/** Why the actor may not, or undefined. */
export const refusedVerb = (rules: CatalogueRules, actor: Who, verb: CatalogueVerb): Refusal | undefined =>
  catalogueVerbs(rules, actor).includes(verb) ? undefined : { code: 'not-allowed', detail: refusalOf[verb] };
