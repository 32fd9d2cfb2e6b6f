import { randomUUID } from 'node:crypto';
import type { Client } from '#examples/client.ts';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { type Asker, ask, type Heard } from './ask.ts';
import { grantMembership } from './second-membership.ts';

/** Somebody who both reviews and signs in a county, as small counties have it. */
export const grantBothStages = (system: EmbeddedSystem, county: string, personId: string) =>
  grantMembership(system, {
    id: `zz-${county}-both`,
    personId,
    name: '薛文娟',
    tenant: `yancheng/${county}` as TenantId,
    organisation: { id: `${county}-authority`, name: '县数据局' },
    roles: ['county.cloud.reviewer', 'county.cloud.leader'],
    grantsVersion: 1,
    state: 'active',
    since: '2026-01-05T01:00:00.000Z',
  });

/** An approval that assesses every line as asked, and the version it is for. */
export const approvalOf = async (reviewer: Client, caseId: string) => {
  const { version, sections } = await reviewer.view(caseId);
  const resources = sections.find(({ section }) => section === 'resources')?.content;
  const lines = resources?.['lines'] as readonly { lineNo: number; quantity: number }[];
  const assessments = lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }));
  return { version, body: { verb: 'approve', opinion: '同意。', assessments } };
};

/** One decision as its own request, under a key of its own. */
export const decideAs = (
  system: EmbeddedSystem,
  asker: Asker,
  { caseId, taskId, version }: { readonly caseId: string; readonly taskId: string; readonly version: number },
  body: object,
): Promise<Heard> =>
  ask(system, asker, 'POST', `/v1/cases/${caseId}/tasks/${taskId}/decisions`, {
    body,
    ifMatch: version,
    key: randomUUID(),
  });
