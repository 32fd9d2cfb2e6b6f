import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '#examples/play-application.ts';
import { type Asker, ask, sharedSystem } from '#test/support/ask.ts';
import { writtenApplication } from '#test/support/county-cast.ts';
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

const create = (body: unknown) => ask(system, clerk, 'POST', '/v1/cases', { body, key: randomUUID() });
const save = (section: string, body: unknown, ifMatch: number) =>
  ask(system, clerk, 'PUT', `/v1/cases/${draft.caseId}/sections/${section}`, { body, ifMatch });
const withdraw = (body: unknown) =>
  ask(system, clerk, 'POST', `/v1/cases/${draft.caseId}/withdrawals`, {
    body,
    ifMatch: draft.version,
    key: randomUUID(),
  });
const decide = (body: unknown) =>
  ask(system, reviewer, 'POST', `/v1/cases/${review.caseId}/tasks/${review.taskId}/decisions`, {
    body,
    ifMatch: review.version,
    key: randomUUID(),
  });

const plan = writtenApplication().sections['plan'] ?? {};

describe('characters that nobody sees', () => {
  const unseen: readonly (readonly [name: string, character: string])[] = [
    ['U+202E', '\u202E'],
    ['U+2066', '\u2066'],
    ['U+200B', '\u200B'],
    ['U+200D', '\u200D'],
    ['U+FEFF', '\uFEFF'],
    ['U+00AD', '\u00AD'],
    ['U+2028', '\u2028'],
    ['U+0000', '\u0000'],
    ['U+001B', '\u001B'],
    ['U+0085', '\u0085'],
    ['U+E0041', '\u{E0041}'],
  ];
  it.each(unseen)(
    '%s is refused in every text that people write, naming field and place',
    async (name, character) => {
      const text = `平台${character}系统`;
      const answers = [
        ['/systemName', await create({ kind: 'cloudApplication', systemName: text })],
        ['/reason', await withdraw({ reason: text })],
        ['/opinion', await decide({ verb: 'return', opinion: text })],
        [
          '/assessments/0/opinion',
          await decide({
            verb: 'approve',
            opinion: '同意。',
            assessments: [{ lineNo: 1, quantity: 1, opinion: text }],
          }),
        ],
        ['/plan/systemName', await save('plan', { systemName: text }, 1)],
        ['/plan/background', await save('plan', { background: text }, 1)],
        [
          '/resources/lines/0/purpose',
          await save('resources', { lines: [lineOf('host-2c4g', { purpose: text })] }, 1),
        ],
        ['/contacts/people/0/name', await save('contacts', { people: [{ name: text }] }, 1)],
      ] as const;
      for (const [pointer, heard] of answers) {
        const { errors } = expectProblem(heard, 400, 'request-invalid');
        expect(errors).toEqual([
          expect.objectContaining({
            pointer,
            message: expect.stringContaining(`第3个字是不可见字符（${name}）`),
          }),
        ]);
      }
    },
  );

  it('takes paragraphs, full-width forms, rare characters and emoji as they are', async () => {
    const background = '一、建设背景\n\t二〇二六年　㐂𠮷🏥ＡＢＣ';
    expect((await save('plan', { ...plan, background }, 1)).status).toBe(200);
    const { sections } = await cast.clerk.view(draft.caseId);
    expect(sections.find(({ section }) => section === 'plan')?.content['background']).toBe(background);
  });

  it.each(['', ' ', '　', '\n\t '])('%j is no opinion, no reason and no name', async (blank) => {
    expectProblem(await create({ kind: 'cloudApplication', systemName: blank }), 400, 'request-invalid');
    expectProblem(await withdraw({ reason: blank }), 400, 'request-invalid');
    for (const verb of ['return', 'reject', 'approve'])
      expectProblem(await decide({ verb, opinion: blank }), 400, 'request-invalid');
  });
});

describe('bodies of the wrong shape', () => {
  it.each<[string, string]>([
    ['constructor', '{"kind":"cloudApplication","systemName":"系统","constructor":{"prototype":{}}}'],
    ['toString', '{"kind":"cloudApplication","systemName":"系统","toString":"x"}'],
    ['tenant', '{"kind":"cloudApplication","systemName":"系统","tenant":"yancheng/sheyang"}'],
  ])('a field %s that nobody knows is refused and named', async (name, raw) => {
    const told = expectProblem(
      await ask(system, clerk, 'POST', '/v1/cases', { raw, key: randomUUID() }),
      400,
      'request-invalid',
    );
    expect(JSON.stringify(told.errors)).toContain(name);
    const section = raw.replace('"kind":"cloudApplication",', '');
    const saved = await ask(system, clerk, 'PUT', `/v1/cases/${draft.caseId}/sections/plan`, {
      raw: section,
      ifMatch: 2,
    });
    expect(JSON.stringify(expectProblem(saved, 400, 'request-invalid').errors)).toContain(name);
  });

  it.each([[], 'x', 1, true, null].map((body) => [JSON.stringify(body), body]))(
    '%s is no body',
    async (_, body) => {
      for (const heard of [
        await create(body),
        await save('plan', body, 2),
        await withdraw(body),
        await decide(body),
      ])
        expectProblem(heard, 400, 'request-invalid');
    },
  );

  it.each([-1, 1.5, '3', 1e9, null, [1], true, Number.MAX_SAFE_INTEGER])(
    '%j is no quantity',
    async (quantity) => {
      const assessed = await decide({
        verb: 'approve',
        opinion: '同意。',
        assessments: [{ lineNo: 1, quantity }],
      });
      expect(expectProblem(assessed, 400, 'request-invalid').errors?.[0]?.pointer).toBe(
        '/assessments/0/quantity',
      );
      if (quantity === -1) return;
      const asked = await save('resources', { lines: [lineOf('host-2c4g', { quantity })] }, 1);
      expect(expectProblem(asked, 400, 'request-invalid').errors?.[0]?.pointer).toBe(
        '/resources/lines/0/quantity',
      );
    },
  );

  it('keeps a negative or missing quantity in a draft, and names it when the draft is sent on', async () => {
    const { caseId, version } = await draftOf(cast.clerk, {
      resources: { lines: [lineOf('host-2c4g', { quantity: -3 })] },
    });
    expect((await cast.clerk.view(caseId)).monthlyCostFen).toBe(0);
    const sent = await ask(system, clerk, 'POST', `/v1/cases/${caseId}/confirmation-requests`, {
      body: {},
      ifMatch: version,
      key: randomUUID(),
    });
    expect(expectProblem(sent, 422, 'form-incomplete').errors?.map(({ pointer }) => pointer)).toContain(
      '/resources/lines/0/quantity',
    );
  });
});

it('neither the draft nor the review has moved', async () => {
  expect(await cast.clerk.view(draft.caseId)).toMatchObject({ version: draft.version, status: 'draft' });
  expect(await cast.reviewer.view(review.caseId)).toMatchObject({
    version: review.version,
    status: 'reviewing',
  });
});
