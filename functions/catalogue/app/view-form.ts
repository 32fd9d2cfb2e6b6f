import type { FormView } from '#shared/contracts/forms.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, cityTenantOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import { applicationRuleTitle, profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import { type LocalSettings, rulesUnder } from '#shared/regulation/local-settings.ts';
import type { CaseKind } from '#shared/regulation/profile.ts';

/**
 * The form of a kind of case for the actor's city: the version that a case is pinned to, else the one in force.
 * Refused where the city does not offer the application; another city's rules are answered as if they did not exist.
 */
export const viewForm = async (
  references: { settingsOf(tenant: TenantId): Promise<LocalSettings | undefined> },
  actor: Pick<Actor, 'tenant'>,
  kind: CaseKind,
  pinned?: string,
): Promise<Result<FormView, Refusal>> => {
  const city = cityOf(actor.tenant);
  const profile = pinned === undefined ? profileOf(city) : profileOfRuleVersion(pinned);
  if (profile?.city !== city)
    return refuse({ code: 'not-found', detail: '没有这个版本的规则，请刷新后重试。' });
  const { ruleVersion } = profile;
  const ruled = profile.kinds[kind];
  if (!ruled?.offered)
    return refuse({ code: 'not-offered', detail: ruled?.reason ?? '本地区没有这类事项。' });
  const [local, ofCity] = await Promise.all([
    references.settingsOf(actor.tenant),
    references.settingsOf(cityTenantOf(actor.tenant)),
  ]);
  const rules = rulesUnder(ruled, local, ofCity);
  return accept({
    form: rules.form,
    resourceKinds: rules.resourceKinds,
    systemNames: rules.systemNames,
    ruleVersion,
    ruleTitle: applicationRuleTitle(profile),
    limits: rules.limits,
    ...(rules.reportSeal === undefined ? {} : { reportSeal: rules.reportSeal }),
    materials: [...materialsFor(rules.materials.value, isCityTenant(actor.tenant) ? 'city' : 'county')],
  });
};
