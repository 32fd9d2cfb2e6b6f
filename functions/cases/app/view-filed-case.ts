import type { CaseView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { RegisteredResource } from '#shared/regulation/application/documents/document-source.ts';
import type { FormSection } from '#shared/regulation/form-spec.ts';
import { applicationRules } from './application-rules.ts';
import type { CaseServices } from './services.ts';
import { viewCase } from './view-case.ts';

/** A case as the actor may see it, with what its documents are worded by. */
export interface FiledCase {
  readonly view: CaseView;
  /** The form of the rules that it goes by. */
  readonly sections: readonly FormSection[];
  /** Who reviews the application (受理机关), and the name of the city, as the directory has them. */
  readonly node: { readonly authority: string; readonly cityName: string };
  /** File names of the pictures of the architecture, of the shown round. */
  readonly pictures: readonly string[];
  /** Resources of the system that it is about, where it changes some. */
  readonly resources: readonly RegisteredResource[];
}

interface Services extends Pick<CaseServices, 'cases' | 'references' | 'clock'> {
  readonly resourcesOf: (ref: {
    readonly tenant: TenantId;
    readonly systemId: string;
  }) => Promise<readonly RegisteredResource[]>;
}

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
  const { sections } = applicable.value.rules.form;
  const { systemId } = view;
  const changed = sections.some(({ id }) => id === 'changes') && systemId !== undefined;
  const [nodes, frozen, sheet, resources] = await Promise.all([
    services.references.nodesOf(cityOf(tenant)),
    view.frozen ? services.cases.loadFrozen(ref, view.round) : undefined,
    view.frozen ? undefined : services.cases.loadAttachments(ref),
    changed ? services.resourcesOf({ tenant, systemId }) : [],
  ]);
  const attached = frozen?.attachments.items ?? sheet?.items ?? [];
  return accept({
    view,
    sections,
    node: {
      authority: nodes.find(({ id }) => id === view.receivingTenant)?.authority ?? '',
      cityName: nodes.find(({ id }) => isCityTenant(id))?.name ?? '',
    },
    pictures: attached
      .filter(({ material }) => material === 'architecturePicture')
      .map(({ fileName }) => fileName),
    resources,
  });
};
