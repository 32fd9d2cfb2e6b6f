import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, decide } from '#examples/play-application.ts';
import { approvalOf } from '../decide-at-once.ts';
import { dedicatedDomain, submitKind } from '../other-kinds.ts';
import type { FaultDesk, Story } from './fault-desk.ts';

const journalOf = (caseId: string) => `/v1/cases/${caseId}/journal/verification`;

/** A verb on a case that is under review; it leaves one entry in the journal, and tells whom it concerns. */
const onReview =
  (
    suffix: string,
    bodyFor: (desk: FaultDesk) => object,
    who: (desk: FaultDesk) => FaultDesk['verbs']['clerk'],
  ): Story =>
  async (desk) => {
    const { caseId, taskId, version } = await desk.underReview();
    const telling = await desk.tellingOf(caseId);
    const growth = await desk.growthOf(desk.verbs.clerk, journalOf(caseId));
    return {
      by: who(desk),
      path: `/v1/cases/${caseId}/${suffix.replace('{taskId}', taskId)}`,
      sent: { body: bodyFor(desk), ifMatch: version },
      left: async () => ({ ...(await growth()), told: await telling() }),
    };
  };

/** Decisions, and what moves a case through its machine. */
export const caseStories = {
  createCase: async (desk) => {
    const systemName = `断点系统${desk.next()}`;
    return {
      by: desk.verbs.clerk,
      path: '/v1/cases',
      sent: { body: { kind: 'cloudApplication', systemName } },
      left: async () => {
        const page = await desk.must<{ items: { systemName: string }[] }>(
          desk.verbs.clerk,
          'GET',
          '/v1/cases?limit=100',
        );
        return page.items.filter((item) => item.systemName === systemName).length;
      },
    };
  },
  saveSection: async (desk) => {
    const { caseId } = await desk.emptyDraft();
    return {
      by: desk.verbs.clerk,
      path: `/v1/cases/${caseId}/sections/plan`,
      sent: { body: { background: '断点续存。' }, ifMatch: 0 },
      left: async () =>
        (await desk.cast.clerk.view(caseId)).sections
          .filter(({ section }) => section === 'plan')
          .map(({ version, content }) => [version, content['background']]),
    };
  },
  requestConfirmation: async (desk) => {
    const { caseId, version } = await desk.wholeDraft();
    const end = await desk.endOf(caseId);
    return {
      by: desk.verbs.clerk,
      path: `/v1/cases/${caseId}/confirmation-requests`,
      sent: { body: {}, ifMatch: version },
      left: async () => {
        await awaitStatus(desk.cast.clerk, caseId, 'confirming');
        return end();
      },
    };
  },
  withdrawCase: async (desk) => {
    const { caseId, version } = await desk.emptyDraft();
    return {
      by: desk.verbs.clerk,
      path: `/v1/cases/${caseId}/withdrawals`,
      sent: { body: { reason: '项目暂缓。' }, ifMatch: version },
      left: await desk.endOf(caseId),
    };
  },
  decideTask: async (desk) => {
    const { caseId, taskId } = await desk.underReview();
    const end = await desk.endOf(caseId);
    const { version, body } = await approvalOf(desk.cast.reviewer, caseId);
    return {
      by: desk.verbs.reviewer,
      path: `/v1/cases/${caseId}/tasks/${taskId}/decisions`,
      sent: { body, ifMatch: version },
      left: async () => {
        await awaitTask(desk.cast.leader, caseId);
        return end();
      },
    };
  },
  decideBatch: async (desk) => {
    const rows: { caseId: string; taskId: string; version: number }[] = [];
    for (let index = 0; index < 2; index += 1) {
      const { caseId } = await desk.underReview();
      await decide(desk.cast.reviewer, caseId, 'approve', '同意。');
      const { taskId } = await awaitTask(desk.cast.leader, caseId);
      rows.push({ caseId, taskId, version: (await desk.cast.leader.view(caseId)).version });
    }
    const ends = await Promise.all(rows.map(({ caseId }) => desk.endOf(caseId)));
    return {
      by: desk.verbs.leader,
      path: '/v1/decision-batches',
      sent: { body: { opinion: '同意。', rows } },
      left: async () => {
        for (const { caseId } of rows) await awaitTask(desk.cast.operator, caseId);
        return Promise.all(ends.map((end) => end()));
      },
    };
  },
  transferTask: onReview(
    'tasks/{taskId}/transfers',
    ({ verbs }) => ({ to: verbs.second.membership, reason: '出差。' }),
    ({ verbs }) => verbs.reviewer,
  ),
  askSigners: onReview(
    'tasks/{taskId}/countersigns',
    ({ verbs }) => ({
      position: 'before',
      mode: 'all',
      signers: [verbs.second.membership, verbs.third.membership],
      question: '请核对数量。',
    }),
    ({ verbs }) => verbs.reviewer,
  ),
  urgeTasks: onReview(
    'urges',
    () => ({}),
    ({ verbs }) => verbs.clerk,
  ),
  addComment: onReview(
    'comments',
    () => ({ text: '请看附件。' }),
    ({ verbs }) => verbs.clerk,
  ),
  copyCase: onReview(
    'copies',
    ({ verbs }) => ({ readers: [verbs.finance.membership] }),
    ({ verbs }) => verbs.operator,
  ),
  recordAct: async (desk) => {
    const authority = await clientOf(desk.system, 'yancheng-authority');
    const caseId = await submitKind(desk.cast.clerk, desk.cast.cdo, dedicatedDomain());
    await decide(authority, caseId, 'approve', '同意建设。');
    const { version } = await awaitStatus(desk.cast.clerk, caseId, 'completed');
    return {
      by: desk.verbs.clerk,
      path: `/v1/cases/${caseId}/acts/responsibilities`,
      sent: { body: { department: '建设和使用。', operator: '底座和隔离。' }, ifMatch: version },
      left: async () => (await desk.cast.clerk.view(caseId)).acts.map(({ recorded }) => recorded?.content),
    };
  },
} satisfies Readonly<Record<string, Story>>;

/** A case whose officer has been told of it by a link. */
export const sentToOfficer = async ({ wholeDraft, cast }: FaultDesk): Promise<string> => {
  const { caseId, version } = await wholeDraft();
  await cast.clerk.requestConfirmation(caseId, version);
  await awaitStatus(cast.clerk, caseId, 'confirming');
  return caseId;
};
