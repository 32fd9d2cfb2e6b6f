import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '#examples/client.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { writtenApplication } from './county-cast.ts';
import { createOf } from './kaifeng-application.ts';
import { openedBatch } from './obligation-story.ts';
import {
  type AskedLine,
  awaitRead,
  type Desk,
  openAll,
  type ProvisioningCast,
} from './provisioning-story.ts';

type Content = Readonly<Record<string, unknown>>;
type Sections = Readonly<Record<string, Content>>;

const example = (name: string) => readFileSync(join(import.meta.dirname, '../../examples/attachments', name));
const picture = example('architecture.png');
export const proposal = example('proposal.pdf');

/** A system of the registry as somebody sees it now. */
export const systemNow = async (desk: Desk, systemId: string): Promise<SystemView | undefined> => {
  const { status, body } = await desk.get<SystemView>(`/v1/systems/${systemId}`);
  return status === 200 ? body : undefined;
};

/** Everything of a batch opened, or changed, by the provider; answers the work order's view before. */
export const carriedOut = async ({ provider }: { readonly provider: Desk }, workId: string, prefix = 'i') => {
  const work = await awaitRead(() => provider.work(workId));
  const { status, body } = await provider.answer(workId, openAll(work, prefix));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return work;
};

/** A system of the county with its resources in use, all of one batch. */
export const systemInUse = async (
  cast: ProvisioningCast,
  systemName: string,
  lines: readonly AskedLine[],
): Promise<SystemView> => {
  const { systemId, orderId } = await openedBatch(cast, lines, systemName);
  const batches = (await cast.desks.clerk.order(orderId))?.batches ?? [];
  return awaitRead(
    () => systemNow(cast.desks.clerk, systemId),
    ({ resources }) => resources.length === batches[0]?.units.length,
  );
};

/** A draft of a change of a system, over what it brings along; with the picture that Yancheng asks for. */
export const changeDraft = async (
  clerk: Client,
  systemId: string,
  sections: Sections,
  withPicture = true,
): Promise<string> => {
  const created = await createOf(clerk, { kind: 'resourceChange', systemId });
  if (created.status !== 201) throw new Error(JSON.stringify(created.body));
  const { caseId } = created.body;
  await mendDraft(clerk, caseId, sections);
  if (withPicture) await clerk.attach(caseId, 'architecturePicture', 'architecture.png', picture);
  return caseId;
};

/** Writes sections over what is there. */
export const mendDraft = async (clerk: Client, caseId: string, sections: Sections): Promise<void> => {
  const there = new Map((await clerk.view(caseId)).sections.map((one) => [one.section, one]));
  for (const [section, content] of Object.entries(sections)) {
    const before = there.get(section);
    await clerk.saveSection(caseId, section, before?.version ?? 0, { ...before?.content, ...content });
  }
};

/** What a change in Yancheng says beside its lines. */
export const yanchengChange = (scale: 'minor' | 'major' = 'minor'): Sections => ({
  change: { scale, summary: '业务量增长，高峰期响应变慢。' },
  report: { pledgeAccepted: true },
});

/** What a major one adds: the first application's declarations and its assessment of need. */
export const firstMaterials = (): Sections => {
  const { plan = {}, declarations = {} } = writtenApplication().sections;
  const { needsAssessment, largeOrPeaky, elasticPool, nonElasticReason } = plan;
  return {
    plan: {
      needsAssessment,
      largeOrPeaky,
      elasticPool,
      ...(nonElasticReason === undefined ? {} : { nonElasticReason }),
    },
    // The change asks for no backup product of its own.
    declarations: { ...declarations, backup: 'own' },
  };
};

/** A resource that becomes another product. */
export const changeTo = (lineNo: number, resourceId: string, productId: string, more: Content = {}) => ({
  lineNo,
  resourceId,
  productId,
  quantity: 1,
  utilisation: '86.40',
  basis: '近三个月 CPU 月均 88%，内存 85%。',
  purpose: '业务应用节点',
  ...more,
});
