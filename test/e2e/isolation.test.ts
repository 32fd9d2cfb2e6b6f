import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import { operations } from '#shared/contracts/operations.ts';
import { askOperation, nobodysId, onCase } from '#test/support/access-requests.ts';
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

const askers = new Map<string, Asker>();
let where: { caseId: string; taskId: string; attachmentId: string };
let version: number;
beforeAll(async () => {
  for (const user of Object.values(outsiders))
    askers.set(
      user,
      user === 'housing' ? await grantMembership(system, housingClerk) : await askerOf(system, user),
    );
  const cast: Cast = await countyCast(system);
  const caseId = await submitted(cast);
  where = {
    caseId,
    taskId: (await awaitTask(cast.reviewer, caseId)).taskId,
    attachmentId: (await cast.clerk.attachments(caseId)).items[0]?.attachmentId ?? '',
  };
  version = (await cast.clerk.view(caseId)).version;
});

/** An answer without what differs from request to request. */
const bytesOf = (heard: Heard) => {
  const { traceId } = heard.body as { traceId: string };
  const headers = [...heard.headers].filter(([name]) => name !== 'date' && name !== 'apigw-requestid');
  return { status: heard.status, headers, text: heard.text.replaceAll(traceId, '') };
};

describe.each(operations.filter(onCase).map((route) => [route.id, route] as const))('%s', (_id, route) => {
  it.each(Object.entries(outsiders))('tells %s the very same as of an unknown case', async (_, user) => {
    const asker = askers.get(user) ?? {};
    const real = await askOperation(system, asker, route, where, version);
    expectProblem(real, 404, 'not-found');
    for (const caseId of [
      `dafeng.${nobodysId}`,
      `nowhere.${nobodysId}`,
      `_city.${where.caseId.slice(-nobodysId.length)}`,
    ])
      expect(bytesOf(await askOperation(system, asker, route, { ...where, caseId }, version))).toEqual(
        bytesOf(real),
      );
  });
});

describe('lists', () => {
  it.each(Object.values(outsiders))('show %s nothing of it, whatever they name', async (user) => {
    const asker = askers.get(user) ?? {};
    const get = (path: string) => ask(system, asker, 'GET', path);
    for (const path of [
      '/v1/cases?limit=100',
      '/v1/tasks?limit=100',
      `/v1/tasks?after=${where.caseId}@${version}`,
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
