import type { KindView } from '#shared/contracts/kinds.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { mainLine } from '#shared/regulation/order-steps.ts';
import type { CaseKind, CloudApplicationRules } from '#shared/regulation/profile.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import type { CaseState } from '../domain/case-state.ts';
import { preparers } from '../domain/who-may.ts';
import { applicationRules } from './application-rules.ts';
import type { CaseServices } from './services.ts';

/** Most of a unit's own cases that are counted; the newest. */
const mostCounted = 100;

/** The unit's newest cases; of whoever prepares nothing, none. */
const ownCases = async ({ lists }: CaseServices, actor: Actor): Promise<readonly CaseState[]> => {
  if (!actor.roles.some((role) => role.startsWith('department.') || role.startsWith('provider.'))) return [];
  const ids = await lists.listByOrganisation(actor.tenant, actor.organisation.id, undefined, mostCounted);
  return lists.readCases(ids.map((caseId) => ({ tenant: actor.tenant, caseId })));
};

const isUnderWay = ({ flow }: CaseState): boolean => flow.at === 'step' || flow.at === 'moving';

const countsOf = (kind: CaseKind, own: readonly CaseState[]) => {
  const ofKind = own.filter((state) => state.kind === kind);
  return {
    underWay: ofKind.filter(isUnderWay).length,
    drafts: ofKind.filter(({ flow }) => flow.at === 'draft').length,
  };
};

type Ruled = Pick<CloudApplicationRules, 'materials' | 'routes'>;

/** Reference times of the stages that an application passes when nobody returns it. */
const timesOf = ({ routes }: Ruled, applicant: 'county' | 'city'): KindView['times'] => {
  const route = routes.find(({ appliesTo }) => appliesTo.includes(applicant));
  return (route ? mainLine(route) : []).flatMap(({ stages }) =>
    stages.flatMap(({ title, serviceTarget }) =>
      serviceTarget
        ? [
            {
              title,
              value: spanWords(serviceTarget.value),
              clause: serviceTarget.clause,
              source: serviceTarget.source,
            },
          ]
        : [],
    ),
  );
};

/** 我要申请: what can be asked for in the actor's city, with materials, times, grounds, and what the unit has under way. */
export const listKinds = async (
  services: CaseServices,
  actor: Actor,
): Promise<Result<{ items: KindView[]; more: boolean }, Refusal>> => {
  const profile = profileOf(cityOf(actor.tenant));
  if (!profile) return refuse({ code: 'not-found', detail: '本地区的规则档案尚未启用。' });
  const applicant = isCityTenant(actor.tenant) ? 'city' : 'county';
  const own = await ownCases(services, actor);
  const mine = preparers.find((role) => actor.roles.includes(role));
  const items: KindView[] = [];
  for (const kind of Object.keys(profile.kinds)) {
    const ruled = await applicationRules(services.references, { tenant: actor.tenant, kind });
    if (!ruled.ok) continue;
    const { rules } = ruled.value;
    if (mine !== undefined && rules.preparedBy !== mine) continue;
    items.push({
      ...{ kind, title: rules.title, wish: rules.wish, words: rules.words, clause: rules.clause },
      subject: rules.subject,
      materials: materialsFor(rules.materials.value, applicant).map(({ id, title }) => ({ id, title })),
      times: timesOf(rules, applicant),
      prepares: mine !== undefined,
      ...countsOf(kind, own),
    });
  }
  return accept({ items, more: own.length === mostCounted });
};
