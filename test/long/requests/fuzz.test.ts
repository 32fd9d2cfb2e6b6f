import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask } from '#examples/play-application.ts';
import { operations } from '#shared/contracts/operations.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { readProblem } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const runsEach = 40;

let clerk: Asker;
let reviewer: Asker;
/** Path parameters that lead somewhere. */
let real: Readonly<Record<string, string>>;
beforeAll(async () => {
  console.log(`FUZZ_SEED=${seed}`);
  const cast = await countyCast(system, 'tinghu');
  [clerk, reviewer] = await Promise.all([
    askerOf(system, 'tinghu-clerk'),
    askerOf(system, 'tinghu-reviewer'),
  ]);
  await draftOf(cast.clerk);
  const caseId = await submitted(cast);
  const [file] = (await cast.clerk.attachments(caseId)).items;
  real = {
    caseId,
    attachmentId: file?.attachmentId ?? '',
    section: 'plan',
    version: 'yancheng-2026-05',
    kind: 'report',
    orderId: caseId,
    systemId: caseId,
    workId: `${caseId}-b1`,
    batch: '1',
    event: 'task.firstReview',
    delegationId: '0'.repeat(26),
    handOverId: '0'.repeat(26),
    taskId: (await awaitTask(cast.reviewer, caseId)).taskId,
  };
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    '同意。',
    '\u202E',
    '0',
    '-1',
    'null',
    '2026-02-30',
    'yancheng',
    '🏥',
  ),
);
const names = fc.constantFrom(
  ...[
    'kind',
    'systemName',
    'material',
    'content',
    'fileName',
    'size',
    'sha256',
    'reason',
    'verb',
    'opinion',
    'assessments',
    'formDigest',
    'lines',
    'lineNo',
    'quantity',
    'messageIds',
    'title',
    'text',
  ],
  ...['to', 'signers', 'position', 'mode', 'question', 'readers', 'rows', 'caseId', 'taskId', 'returnTo'],
  ...['title', 'number', 'issuedOn', 'ranges', 'to', 'reason'],
  ...['quantities', 'usageSeen', 'code', 'opened', 'failed', 'unitId', 'instanceId', 'addresses', 'digest'],
  ...['credentials', 'scan', 'version', 'reason'],
  ...['profile', 'from', 'amount', 'unit', 'direction', 'background', '__proto__', 'toString', ''],
);
const values = fc.oneof(
  words,
  fc.constantFrom(
    'cloudApplication',
    'national',
    'holiday',
    'approve',
    'return',
    'reject',
    'workingDay',
    'after',
    '2026-10-01',
    'a'.repeat(64),
  ),
  fc.constantFrom<unknown>(0, -1, 1, 3660, 1e9, 1.5, -0, Number.MAX_SAFE_INTEGER, true, false, null),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    values,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(names, words), tie('tree'), { maxKeys: 6 }),
  ),
}));
const bodies = fc.oneof(
  { weight: 5, arbitrary: fc.dictionary(names, tree, { maxKeys: 8 }).map((body) => JSON.stringify(body)) },
  { weight: 2, arbitrary: tree.map((body) => JSON.stringify(body) ?? '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const headerText = fc.string({ unit: fc.constantFrom(...'09aZ"*,-_ /\u00e9'), maxLength: 24 });
const queries = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('cursor', 'limit', 'after', 'tenant'), words), words), {
    maxLength: 3,
  })
  .map((pairs) => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'));

/** Percent-encoded as UTF-8, halves of surrogate pairs as the replacement character. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());

/** Answers are either a success or a whole problem that somebody caused; never a fault. */
const judge = (heard: Heard, asked: string): void => {
  if (heard.status < 300) return;
  expect(heard.status, `${asked}\n${heard.text}`).toBeLessThan(500);
  readProblem(heard);
};

describe('whatever is sent', () => {
  it.each(operations.map((route) => [route.id, route] as const))(
    '%s answers, or says what is wrong with it',
    async (_, route) => {
      const request = fc.record({
        body: bodies,
        query: queries,
        strange: fc.option(words, { freq: 3 }),
        key: fc.oneof(fc.uuid(), headerText),
        ifMatch: fc.oneof(fc.nat({ max: 9 }).map(String), headerText),
        byReviewer: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(request, async ({ body, query, strange, key, ifMatch, byReviewer }) => {
          const path = route.path.replace(/\{(\w+)\}/g, (_match, name: string) =>
            strange === null ? (real[name] ?? '') : encode(strange) || 'x',
          );
          const target = `${path}${query === '' ? '' : `?${query}`}`;
          const sent = {
            headers: { 'idempotency-key': key, 'if-match': ifMatch },
            ...(route.method === 'GET' ? {} : { raw: body.toWellFormed() }),
          };
          const heard = await ask(system, byReviewer ? reviewer : clerk, route.method, target, sent);
          judge(heard, `${route.method} ${target} ${body}`);
        }),
        { numRuns: runsEach, seed, endOnFailure: true },
      );
    },
  );
});
