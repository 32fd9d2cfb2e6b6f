import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemView } from '#shared/contracts/registry.ts';
import { awaitStatus, confirm, decide } from '../play-application.ts';
import { awaitRead, openAll } from '../play-opening.ts';
import { must, post, read } from './calls.ts';
import type { Told } from './told.ts';

/** Two hosts of the last batch become larger. */
export const changeTwoHosts = async ({ cast, tell }: Told, { systemId, resources }: SystemView) => {
  const { clerk, cdo, reviewer, leader, operator, desks } = cast;
  const { caseId } = await post(clerk, '/v1/cases', { kind: 'resourceChange', systemId });
  const before = new Map((await clerk.view(caseId)).sections.map((section) => [section.section, section]));
  const lines = resources.slice(-2).map(({ resourceId }, index) => ({
    lineNo: index + 1,
    resourceId,
    productId: 'host-8c16g',
    quantity: 1,
    utilisation: '86.40',
    basis: '近三个月 CPU 月均 88%，内存 85%。',
    purpose: '业务应用节点',
  }));
  const written = {
    change: { scale: 'minor', summary: '业务量增长，高峰期响应变慢。' },
    report: { pledgeAccepted: true },
    changes: { lines },
  };
  for (const [section, content] of Object.entries(written)) {
    const there = before.get(section);
    await clerk.saveSection(caseId, section, there?.version ?? 0, { ...there?.content, ...content });
  }
  const picture = readFileSync(join(import.meta.dirname, '../attachments', 'architecture.png'));
  await clerk.attach(caseId, 'architecturePicture', 'architecture.png', picture);
  await clerk.requestConfirmation(caseId, (await clerk.view(caseId)).version);
  await confirm(cdo, caseId);
  for (const person of [reviewer, leader, operator]) await decide(person, caseId, 'approve', '同意变更。');
  await awaitStatus(clerk, caseId, 'completed');
  const work = await awaitRead(() => desks.provider.work(`${caseId}-b1`));
  await must(desks.provider.answer(work.workId, openAll(work, 'c')));
  await awaitRead(
    () => read<SystemView>(clerk, `/v1/systems/${systemId}`),
    (system) => system.resources.filter(({ specifications }) => specifications.length > 1).length === 2,
  );
  tell('变更：2 台云主机由 4 核 8G 扩为 8 核 16G，账单自变更当日分段');
};
