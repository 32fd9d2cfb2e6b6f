import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import { operations } from '#shared/contracts/operations.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';
import { grantMembership, housingClerk } from '#test/support/second-membership.ts';

const system = sharedSystem();
/** People to whom a dafeng health application does not exist, whatever they are at home. */
const outsiders = {
  'another department of the county': 'housing',
  'another county’s clerk': 'sheyang-clerk',
  'another county’s reviewer': 'sheyang-reviewer',
  'another city’s county': 'qixian-clerk',
  'another city’s authority': 'kaifeng-authority',
  'the county’s own tenant administrator': 'dafeng-tenantadmin',
  'the city’s audit administrator': 'yancheng-auditadmin',
  'a city department': 'yancheng-clerk',
  'the provider': 'yancheng-provider',
} as const;
const insiders = {
  operator: 'yancheng-operator',
  auditor: 'dafeng-auditadmin',
  clerk: 'dafeng-clerk',
} as const;
type Insider = keyof typeof insiders;

let cast: Cast;
const askers = new Map<string, Asker>();
let where: { caseId: string; taskId: string; attachmentId: string; version: number };
beforeAll(async () => {
  for (const user of [...Object.values(insiders), ...Object.values(outsiders)])
    askers.set(
      user,
      user === 'housing' ? await grantMembership(system, housingClerk) : await askerOf(system, user),
    );
  cast = await countyCast(system);
  const caseId = await submitted(cast);
  where = {
    caseId,
    taskId: (await awaitTask(cast.reviewer, caseId)).taskId,
    attachmentId: (await cast.clerk.attachments(caseId)).items[0]?.attachmentId ?? '',
    version: (await cast.clerk.view(caseId)).version,
  };
});

const ok = [200] as const;
const notTheirs = [403, 'not-allowed'] as const;
const underReview = [409, 'not-editable'] as const;
type Answer = readonly [status: number, code?: string];

/** Stated once: what each operation on the case answers to those who may know of it. The withdrawal comes last. */
const onCase: readonly (readonly [
  id: string,
  suffix: string,
  body: object | undefined,
  answers: Record<Insider, Answer>,
])[] = [
  ['getCase', '', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['getReview', '/review', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['listJournal', '/journal', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['verifyJournal', '/journal/verification', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['saveSection', '/sections/plan', {}, { operator: notTheirs, auditor: notTheirs, clerk: underReview }],
  [
    'requestConfirmation',
    '/confirmation-requests',
    {},
    { operator: notTheirs, auditor: notTheirs, clerk: underReview },
  ],
  [
    'decideTask',
    '/tasks/{taskId}/decisions',
    { verb: 'return', opinion: '退。' },
    { operator: notTheirs, auditor: notTheirs, clerk: notTheirs },
  ],
  [
    'listColleagues',
    '/tasks/{taskId}/colleagues',
    undefined,
    { operator: notTheirs, auditor: notTheirs, clerk: notTheirs },
  ],
  [
    'transferTask',
    '/tasks/{taskId}/transfers',
    { to: 'nobody', reason: '出差。' },
    { operator: notTheirs, auditor: notTheirs, clerk: notTheirs },
  ],
  [
    'askSigners',
    '/tasks/{taskId}/countersigns',
    { position: 'before', mode: 'all', signers: ['nobody'], question: '请核。' },
    { operator: notTheirs, auditor: notTheirs, clerk: notTheirs },
  ],
  [
    'copyCase',
    '/copies',
    { readers: ['nobody'] },
    { operator: [422, 'decision-invalid'], auditor: notTheirs, clerk: notTheirs },
  ],
  ['listAttachments', '/attachments', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['linkAttachment', '/attachments/{attachmentId}/link', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['listDocuments', '/documents', undefined, { operator: ok, auditor: ok, clerk: ok }],
  ['getDocument', '/documents/approval', undefined, { operator: ok, auditor: ok, clerk: ok }],
  [
    'reserveAttachment',
    '/attachments',
    { material: 'proposal', fileName: '建议书.pdf', size: 1, sha256: '0'.repeat(64) },
    { operator: notTheirs, auditor: notTheirs, clerk: underReview },
  ],
  [
    'completeAttachment',
    '/attachments/{attachmentId}/completions',
    {},
    { operator: notTheirs, auditor: notTheirs, clerk: underReview },
  ],
  [
    'removeAttachment',
    '/attachments/{attachmentId}',
    undefined,
    { operator: notTheirs, auditor: notTheirs, clerk: underReview },
  ],
  ['urgeTasks', '/urges', {}, { operator: ok, auditor: notTheirs, clerk: [409, 'urged-today'] }],
  [
    'recordAct',
    '/acts/start',
    {},
    { operator: [404, 'not-found'], auditor: [404, 'not-found'], clerk: [404, 'not-found'] },
  ],
  ['addComment', '/comments', { text: '请看附件。' }, { operator: ok, auditor: notTheirs, clerk: ok }],
  [
    'withdrawCase',
    '/withdrawals',
    { reason: '撤。' },
    { operator: notTheirs, auditor: notTheirs, clerk: ok },
  ],
];

const methodOf = (id: string) => operations.find((route) => route.id === id)?.method ?? '';
const askOn = (asker: Asker, id: string, caseId: string, ifMatch = where.version): Promise<Heard> => {
  const [, suffix, body] = onCase.find(([operation]) => operation === id) ?? [];
  const path = `/v1/cases/${caseId}${suffix?.replace('{taskId}', where.taskId).replace('{attachmentId}', where.attachmentId)}`;
  return ask(
    system,
    asker,
    methodOf(id),
    path,
    body === undefined ? {} : { body, ifMatch, key: randomUUID() },
  );
};

/** An answer without what differs from request to request. */
const bytesOf = (heard: Heard) => {
  const { traceId } = heard.body as { traceId: string };
  const headers = [...heard.headers].filter(([name]) => name !== 'date' && name !== 'apigw-requestid');
  return { status: heard.status, headers, text: heard.text.replaceAll(traceId, '') };
};

it('covers every operation that names a case', () => {
  expect(onCase.map(([id]) => id).sort()).toEqual(
    operations
      .filter(({ path }) => path.includes('{caseId}'))
      .map(({ id }) => id)
      .sort(),
  );
});

describe.each(onCase)('%s', (id, _suffix, _body, answers) => {
  it.each(Object.entries(outsiders))('tells %s the very same as of an unknown case', async (_, user) => {
    const asker = askers.get(user) ?? {};
    const real = await askOn(asker, id, where.caseId);
    expectProblem(real, 404, 'not-found');
    for (const unknown of [
      `dafeng.${'0'.repeat(26)}`,
      `nowhere.${'0'.repeat(26)}`,
      `_city.${where.caseId.slice(-26)}`,
    ])
      expect(bytesOf(await askOn(asker, id, unknown))).toEqual(bytesOf(real));
  });

  it.each(Object.keys(insiders) as Insider[])('answers the %s as stated', async (who) => {
    const [status, code] = answers[who];
    const { version } = await cast.clerk.view(where.caseId);
    const heard = await askOn(askers.get(insiders[who]) ?? {}, id, where.caseId, version);
    if (code === undefined) expect(heard.status, heard.text).toBe(status);
    else expectProblem(heard, status, code);
  });
});

describe('lists', () => {
  it.each(Object.values(outsiders))('show %s nothing of it, whatever they name', async (user) => {
    const asker = askers.get(user) ?? {};
    const get = (path: string) => ask(system, asker, 'GET', path);
    for (const path of [
      '/v1/cases?limit=100',
      '/v1/tasks?limit=100',
      `/v1/tasks?after=${where.caseId}@${where.version}`,
    ]) {
      const heard = await get(path);
      expect(heard.status, path).toBe(200);
      expect(Buffer.from(heard.text).toString()).not.toContain(where.caseId);
    }
    if (user === 'housing' || user.startsWith('dafeng')) return;
    const [named, unknown] = [
      await get('/v1/cases?tenant=yancheng/dafeng'),
      await get('/v1/cases?tenant=nowhere/dafeng'),
    ];
    expectProblem(named, 404, 'not-found');
    expect(bytesOf(named)).toEqual(bytesOf(unknown));
  });
});
