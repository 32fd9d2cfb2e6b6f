import type { CaseView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf, cityTenantOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { productsNamed } from '#shared/regulation/application/priced-lines.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';
import type { FormSection } from '#shared/regulation/form-spec.ts';
import type { Route } from '#shared/regulation/profile.ts';
import { applicationRules } from './application-rules.ts';
import { formOf } from './read-form.ts';
import type { CaseServices } from './services.ts';
import { viewCase } from './view-case.ts';

/** A case as the actor may see it, with what its documents are worded by. */
export interface FiledCase {
  readonly view: CaseView;
  /** The form of the rules that it goes by. */
  readonly sections: readonly FormSection[];
  readonly products: Catalogue['products'];
  /** Who reviews the application (受理机关), and the name of the city, as the directory has them. */
  readonly node: { readonly authority: string; readonly cityName: string };
  /** File names of the pictures of the architecture, of the shown round. */
  readonly pictures: readonly string[];
}

type Services = Pick<CaseServices, 'cases' | 'references' | 'clock'>;

/** 受理机关 sits where the first review does: at the applicant's own node, or at the city where the city alone decides. */
const receivingNode = ({ steps }: Route, tenant: TenantId): TenantId =>
  steps.find(({ id }) => id === 'localReview')?.stages[0]?.holder.of === 'city'
    ? cityTenantOf(tenant)
    : tenant;

/** Refused like the case itself. */
export const viewFiledCase = async (
  services: Services,
  actor: Actor,
  caseId: string,
): Promise<Result<FiledCase, Refusal>> => {
  const viewed = await viewCase(services, actor, caseId);
  if (!viewed.ok) return viewed;
  const view = viewed.value;
  const tenant = view.tenant as Actor['tenant'];
  const applicable = await applicationRules(services.references, { ...view, tenant });
  if (!applicable.ok) return applicable;
  const ref = { tenant, caseId };
  const form = formOf(view.sections.map((section) => ({ ...section, savers: [] })));
  const today = shanghaiDateOf(services.clock.now());
  const [nodes, catalogue, frozen, sheet] = await Promise.all([
    services.references.nodesOf(cityOf(tenant)),
    services.references.catalogue(cityOf(tenant), today, productsNamed(form)),
    view.frozen ? services.cases.loadFrozen(ref, view.round) : undefined,
    view.frozen ? undefined : services.cases.loadAttachments(ref),
  ]);
  const attached = frozen?.attachments.items ?? sheet?.items ?? [];
  return accept({
    view,
    sections: applicable.value.rules.form.sections,
    products: catalogue.products,
    node: {
      authority:
        nodes.find(({ id }) => id === receivingNode(applicable.value.route, tenant))?.authority ?? '',
      cityName: nodes.find(({ id }) => isCityTenant(id))?.name ?? '',
    },
    pictures: attached
      .filter(({ material }) => material === 'architecturePicture')
      .map(({ fileName }) => fileName),
  });
};
