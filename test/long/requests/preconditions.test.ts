import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';
import { notice2027 } from '#test/support/holiday-notices.ts';

const system = sharedSystem();
let cast: Cast;
let clerk: Asker;
let caseId: string;
let version: number;
beforeAll(async () => {
  cast = await countyCast(system, 'yandu');
  clerk = await askerOf(system, 'yandu-clerk');
  ({ caseId, version } = await draftOf(cast.clerk));
});

describe('If-Match', () => {
  const matched = (): readonly (readonly [method: string, path: string, body: object])[] => [
    ['PUT', `/v1/cases/${caseId}/sections/plan`, {}],
    ['POST', `/v1/cases/${caseId}/confirmation-requests`, {}],
    ['POST', `/v1/cases/${caseId}/withdrawals`, { reason: '暂缓。' }],
    ['POST', `/v1/cases/${caseId}/tasks/1-0/decisions`, { verb: 'return', opinion: '请补充。' }],
    ['POST', `/v1/cases/${caseId}/tasks/1-0/transfers`, { to: 'nobody', reason: '出差。' }],
    [
      'POST',
      `/v1/cases/${caseId}/tasks/1-0/countersigns`,
      { position: 'before', mode: 'all', signers: ['nobody'], question: '请核。' },
    ],
    ['POST', `/v1/cases/${caseId}/urges`, {}],
    ['POST', `/v1/cases/${caseId}/comments`, { text: '请看附件。' }],
    ['POST', `/v1/cases/${caseId}/copies`, { readers: ['nobody'] }],
    ['POST', `/v1/delegations/${'0'.repeat(26)}/revocations`, {}],
    ['POST', '/v1/calendars', notice2027],
    ['POST', `/v1/provisioning-orders/${caseId}/confirmations`, {}],
    ['POST', `/v1/provisioning-orders/${caseId}/batches`, { quantities: [{ lineNo: 1, quantity: 1 }] }],
    ['POST', `/v1/provisioning-orders/${caseId}/batches/1/releases`, { reason: '扩容后再开。' }],
    ['POST', `/v1/provisioning-orders/${caseId}/batches/1/collections`, { code: '0'.repeat(20) }],
    ['POST', `/v1/work-orders/${caseId}-c/answers`, { kind: 'confirm' }],
    ['POST', `/v1/work-orders/${caseId}-b1/credentials`, { credentials: '口令' }],
    ['POST', `/v1/reclamations/${caseId}/acts`, { kind: 'acknowledge' }],
    ['POST', `/v1/rectifications/${caseId}/acts`, { kind: 'warn', text: '限期整改。' }],
    ['POST', `/v1/off-cloud-entries/${caseId}/updates`, { kind: 'start' }],
    ['POST', '/v1/responsibility-letter/signatures', { version: 1, digest: 'a'.repeat(64) }],
    ['PUT', '/v1/letter-text', { title: '责任书', text: '遵守规定。' }],
  ];

  it('is required wherever something is changed: 428 without', async () => {
    for (const [method, path, body] of matched())
      expectProblem(
        await ask(system, clerk, method, path, { body, key: randomUUID() }),
        428,
        'precondition-required',
      );
  });

  it.each(['abc', '*', '"1", "2"', '-1', '1.5', '1e3', '9999999999', '""', 'W/"x"'])(
    '%s is no version: 400',
    async (ifMatch) => {
      for (const [method, path, body] of matched()) {
        const told = expectProblem(
          await ask(system, clerk, method, path, { body, key: randomUUID(), ifMatch }),
          400,
          'request-invalid',
        );
        expect(told.errors?.[0]).toMatchObject({
          pointer: '',
          code: 'if-match',
          message: expect.stringContaining('If-Match'),
        });
      }
    },
  );

  it('that is old gets a 409 that says where the case stands, and who decided what', async () => {
    const moved = await submitted(cast);
    const { taskId } = await awaitTask(cast.reviewer, moved);
    const { version: seen } = await cast.reviewer.view(moved);
    await cast.reviewer.decide(moved, taskId, seen, { verb: 'return', opinion: '请补充。' });
    const late = await ask(
      system,
      await askerOf(system, 'yandu-reviewer'),
      'POST',
      `/v1/cases/${moved}/tasks/${taskId}/decisions`,
      {
        body: { verb: 'return', opinion: '请补充材料。' },
        ifMatch: seen,
        key: randomUUID(),
      },
    );
    const { detail } = expectProblem(late, 409, 'case-moved');
    expect(detail).toMatch(/^盐都区数据局 \p{Script=Han}{2,4} 已退回补正。办件现为“/u);
  });

  it('of a section that somebody saved meanwhile gets a 409 and keeps what they saved', async () => {
    const told = await ask(system, clerk, 'PUT', `/v1/cases/${caseId}/sections/plan`, {
      body: {},
      ifMatch: 0,
    });
    expectProblem(told, 409, 'section-moved');
    expect((await cast.clerk.view(caseId)).sections.find(({ section }) => section === 'plan')?.version).toBe(
      1,
    );
  });
});

it('a section saved once more as it was, because the answer was lost, is answered as at first', async () => {
  const draft = await cast.clerk.createCase('应答丢失的系统');
  const save = (body: object) =>
    ask(system, clerk, 'PUT', `/v1/cases/${draft.caseId}/sections/plan`, { body, ifMatch: 0 });
  const first = await save({ background: '背景。' });
  expect(first.status, first.text).toBe(200);
  expect((await save({ background: '背景。' })).text).toBe(first.text);
  expectProblem(await save({ background: '另一背景。' }), 409, 'section-moved');
  expect((await cast.clerk.view(draft.caseId)).sections[0]).toMatchObject({ version: 1 });
});

it('a draft that was asked all this still stands as it was', async () => {
  expect(await cast.clerk.view(caseId)).toMatchObject({ version, status: 'draft' });
});
