import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '#examples/play-application.ts';
import { type Asker, ask, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf } from '#test/support/file-application.ts';
import { openDesk, type RequestDesk } from '#test/support/request-desk.ts';
import { lineOf } from '#test/support/sample-application.ts';

const system = sharedSystem();
let cast: Cast;
let clerk: Asker;
let reviewer: Asker;
let draft: RequestDesk['draft'];
let review: RequestDesk['review'];
beforeAll(async () => {
  ({ cast, clerk, reviewer, draft, review } = await openDesk(system));
});

const save = (section: string, body: unknown, ifMatch: number) =>
  ask(system, clerk, 'PUT', `/v1/cases/${draft.caseId}/sections/${section}`, { body, ifMatch });
const decide = (body: unknown) =>
  ask(system, reviewer, 'POST', `/v1/cases/${review.caseId}/tasks/${review.taskId}/decisions`, {
    body,
    ifMatch: review.version,
    key: randomUUID(),
  });

describe('more than fits', () => {
  const wide = (length: number) => '资'.repeat(length);

  it('a section of 300 lines filled to their last character is refused with what to do, not a fault', async () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      lineOf('host-2c4g', { lineNo: index + 1, purpose: wide(500), basis: wide(1000), remark: wide(200) }),
    );
    const told = expectProblem(await save('resources', { lines }, 1), 400, 'request-invalid');
    expect(told.errors).toEqual([
      expect.objectContaining({ pointer: '/resources', code: 'section-too-large' }),
    ]);
    expect((await save('resources', { lines: lines.slice(0, 40) }, 1)).status).toBe(200);
  });

  it('a form whose sections fit one by one but not together is named when it is sent on', async () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      lineOf('host-2c4g', { lineNo: index + 1, purpose: wide(500), basis: wide(1000), remark: wide(200) }),
    );
    const purchases = Array.from({ length: 40 }, () => ({
      item: wide(200),
      kind: 'other',
      reason: wide(500),
    }));
    const paragraphs = Object.fromEntries(
      ['background', 'purpose', 'functions', 'users', 'architecture'].map((id) => [id, wide(4000)]),
    );
    const { caseId, version } = await draftOf(cast.clerk, {
      resources: { lines },
      declarations: { purchases },
      plan: paragraphs,
    });
    const sent = await ask(system, clerk, 'POST', `/v1/cases/${caseId}/confirmation-requests`, {
      body: {},
      ifMatch: version,
      key: randomUUID(),
    });
    expect(expectProblem(sent, 422, 'form-incomplete').errors?.map(({ code }) => code)).toContain(
      'form-too-large',
    );
  });

  it('opinions on 300 lines of 500 characters each are refused with what to do', async () => {
    const assessments = Array.from({ length: 300 }, (_, index) => ({
      lineNo: index + 1,
      quantity: 1,
      opinion: wide(500),
    }));
    const told = expectProblem(
      await decide({ verb: 'approve', opinion: '同意。', assessments }),
      422,
      'decision-invalid',
    );
    expect(told.errors?.map(({ code }) => code)).toContain('assessments-too-large');
  });
});

it('neither the draft nor the review has moved', async () => {
  expect(await cast.clerk.view(draft.caseId)).toMatchObject({ version: draft.version, status: 'draft' });
  expect(await cast.reviewer.view(review.caseId)).toMatchObject({
    version: review.version,
    status: 'reviewing',
  });
});
