import type { ReadDraftedCatalogue } from '#functions/catalogue/ports/drafted-catalogue.ts';
import type { RepricingView } from '#shared/contracts/catalogue-versions.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';
import { pricedLines } from '#shared/regulation/application/priced-lines.ts';
import { isEditable } from '../domain/edit-form.ts';
import { repriceDrafts } from '../domain/reprice-drafts.ts';
import type { CaseRef } from './ports.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';

export interface RepricingServices extends Pick<CaseServices, 'cases' | 'lists' | 'references'> {
  readonly draftedCatalogue: ReadDraftedCatalogue;
}

const casesAtOnce = 100;
/** Newest cases of one tenant that are looked at: whoever is still writing is among them. */
const mostLookedAt = 500;

interface Found {
  readonly refs: readonly CaseRef[];
  readonly complete: boolean;
}

/** Applications of a tenant that may still be written on. */
const draftsOf = async ({ lists }: RepricingServices, tenant: TenantId): Promise<Found> => {
  const refs: CaseRef[] = [];
  let after: string | undefined;
  for (let looked = 0; looked < mostLookedAt; looked += casesAtOnce) {
    const ids = await lists.listByTenant(tenant, after, casesAtOnce);
    const states = await lists.readCases(ids.map((caseId) => ({ tenant, caseId })));
    refs.push(...states.filter(isEditable).map(({ caseId }) => ({ tenant, caseId })));
    if (ids.length < casesAtOnce) return { refs, complete: true };
    after = ids.at(-1);
  }
  return { refs, complete: false };
};

/**
 * 改价影响: how many applications that nobody has submitted yet would cost more or less if the draft of the catalogue
 * became the next version. Sums only; no application is named.
 */
export const viewRepricing = async (
  services: RepricingServices,
  actor: Actor,
): Promise<Result<RepricingView, Refusal>> => {
  const drafted = await services.draftedCatalogue(actor);
  if (!drafted.ok) return drafted;
  const { version, effectiveFrom, products } = drafted.value;
  const city = cityOf(actor.tenant);
  const [nodes, before] = await Promise.all([
    services.references.nodesOf(city),
    services.references.catalogue(city, effectiveFrom),
  ]);
  const found = await Promise.all(nodes.map(({ id }) => draftsOf(services, id)));
  const refs = found.flatMap((one) => one.refs);
  log.info('access.cross-tenant', {
    operation: 'getCatalogueRepricing',
    person: actor.personId,
    membership: actor.membershipId,
    cases: refs.length,
  });
  const lines: ReturnType<typeof pricedLines>[] = [];
  for (let from = 0; from < refs.length; from += casesAtOnce)
    lines.push(
      ...(await Promise.all(
        refs
          .slice(from, from + casesAtOnce)
          .map(async (ref) => pricedLines(formOf(await services.cases.loadSections(ref)))),
      )),
    );
  const after = { version: 'draft', filed: false, products };
  return accept({
    version,
    effectiveFrom,
    ...repriceDrafts(lines, before, after, effectiveFrom),
    complete: found.every(({ complete }) => complete),
  });
};
