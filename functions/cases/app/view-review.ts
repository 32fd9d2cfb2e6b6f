import type { ReviewView } from '#shared/contracts/case-desk.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { applicationCost } from '#shared/regulation/application/application-cost.ts';
import { rowsAt } from '#shared/regulation/application/application-form.ts';
import { pricedLines } from '#shared/regulation/application/priced-lines.ts';
import type { CaseState } from '../domain/case-state.ts';
import { maySee } from '../domain/who-may.ts';
import { applicationRules } from './application-rules.ts';
import { findCase } from './find-case.ts';
import { findDuplicates } from './find-duplicates.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';
import { loadShownForm } from './shown-form.ts';
import { statusLabelOf, statusOf } from './status-of.ts';

/** Most other applications shown; of an organisation that has more, the newest. */
const mostOthers = 10;

type Other = ReviewView['others'][number];

/** What another application asked for, product by product, at the prices of its own day. */
const otherOf = async ({ cases }: Pick<CaseServices, 'cases'>, state: CaseState): Promise<Other> => {
  const frozen = await cases.loadFrozen(state, state.round);
  const lines = frozen ? pricedLines(formOf(frozen.sections)) : [];
  const asked = new Map<string, number>();
  for (const { productId, quantity } of lines) asked.set(productId, (asked.get(productId) ?? 0) + quantity);
  const { caseId, number, systemName, updatedAt } = state;
  return {
    ...{ caseId, number, systemName, updatedAt },
    status: statusOf(state),
    statusLabel: statusLabelOf(state),
    quantities: [...asked].map(([productId, quantity]) => {
      const product = frozen?.prices.products.find(({ id }) => id === productId);
      return { productId, name: product?.name ?? '目录外产品', quantity, unit: product?.unit ?? '' };
    }),
    monthlyCostFen: frozen ? applicationCost(lines, frozen.prices).totalFen : 0,
  };
};

/** 审核参考: the organisation's other applications and purchases that the catalogue seems to offer (yc-cloud-5-2). */
export const viewReview = async (
  services: CaseServices,
  actor: Actor,
  caseId: string,
): Promise<Result<ReviewView, Refusal>> => {
  const found = await findCase(services.cases, actor, caseId, 'getReview');
  if (!found.ok) return found;
  const { state, ref } = found.value;
  const [{ sections }, ids] = await Promise.all([
    loadShownForm(services, ref, state, actor),
    services.lists.listByOrganisation(ref.tenant, state.organisation.id, undefined, mostOthers * 2),
  ]);
  const others = (
    await services.lists.readCases(
      ids.filter((id) => id !== caseId).map((id) => ({ tenant: ref.tenant, caseId: id })),
    )
  ).filter((other) => other.round > 0 && maySee(actor, other));
  const ruled = await applicationRules(services.references, state);
  const duplicates = ruled.ok ? await findDuplicates(services, ref, sections, ruled.value.rules.limits) : [];
  const purchases = rowsAt(formOf(sections), '/declarations/purchases');
  return accept({
    others: await Promise.all(others.slice(0, mostOthers).map((other) => otherOf(services, other))),
    more: others.length > mostOthers || ids.length === mostOthers * 2,
    duplicates: duplicates.map(({ purchase, item, products, clause }) => ({
      purchase,
      item,
      reason: String(purchases[purchase - 1]?.['reason'] ?? ''),
      products: products.map(({ id, name, specification }) => ({ id, name, specification })),
      clause,
    })),
  });
};
