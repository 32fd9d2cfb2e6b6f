import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask } from '#examples/play-application.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import { operations } from '#shared/contracts/operations.ts';
import { askOperation, onCase } from '#test/support/access-requests.ts';
import { type Persona, personas, statedFor, statedOperations } from '#test/support/access-table.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { seeDrafted } from '#test/support/drafted-catalogue.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';
import { badTokens } from '#test/support/make-tokens.ts';
import { awaitObligation, obligationsOf, openedBatch } from '#test/support/obligation-story.ts';
import {
  approvedCase,
  awaitRead,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { endInTheMiddle } from '#test/support/second-membership.ts';

type Route = (typeof operations)[number];

const system = sharedSystem();
const askers = new Map<Persona, Required<Asker>>();
/** An order that waits for the three parties, its work order and its system. */
const orderedSystem = async (people: ProvisioningCast) => {
  const { clerk, provider } = people.desks;
  const name = `权限矩阵系统${randomUUID().slice(0, 8)}`;
  const orderId = await approvedCase(people, [{ quantity: 1 }], name);
  const { systemId } = await awaitRead(
    () => clerk.order(orderId),
    ({ status }) => status === 'confirming',
  );
  const workId = `${orderId}-c`;
  await awaitRead(() => provider.work(workId));
  await awaitRead(
    () => clerk.get(`/v1/systems/${systemId}`),
    ({ status }) => status === 200,
  );
  return { orderId, workId, systemId };
};

let cast: ProvisioningCast;
let where: Readonly<Record<string, string>>;
beforeAll(async () => {
  const signedIn = Object.entries(personas).map(
    async ([persona, user]) => [persona as Persona, await askerOf(system, user)] as const,
  );
  for (const [persona, asker] of await Promise.all(signedIn)) askers.set(persona, asker);
  for (const drafter of ['yancheng-operator', 'kaifeng-officer']) await seeDrafted(system, drafter);
  cast = await provisioningCast(system, 'jianhu');
  await signedLetter(cast);
  const { orderId: openedId } = await openedBatch(cast, [{ quantity: 1 }]);
  const obligationId = `${openedId}-b1-deploy`;
  await awaitObligation(obligationsOf(cast.desks.clerk), obligationId);
  const caseId = await submitted(cast);
  where = {
    ...(await orderedSystem(cast)),
    obligationId,
    caseId,
    taskId: (await awaitTask(cast.reviewer, caseId)).taskId,
    attachmentId: (await cast.clerk.attachments(caseId)).items[0]?.attachmentId ?? '',
  };
});

/** A version that nothing has. */
const stale = 999_999;
/** What ends the case is asked last. */
const inOrder = [...operations].sort(
  (a, b) => Number(a.id === 'withdrawCase') - Number(b.id === 'withdrawCase'),
);
const byMembership = operations.filter(({ access }) => access === 'membership');

const versionFor = async ({ id, path }: Route): Promise<number> => {
  if (!('matched' in contracts[id])) return stale;
  const { caseId = '', orderId = '', workId = '', obligationId = '' } = where;
  if (path.includes('{caseId}')) return (await cast.clerk.view(caseId)).version;
  if (path.includes('{orderId}')) return cast.desks.operator.versionOf(orderId);
  if (path.includes('{workId}')) return (await cast.desks.provider.work(workId))?.version ?? stale;
  if (path.includes('{obligationId}'))
    return (await obligationsOf(cast.desks.operator).view(obligationId))?.version ?? stale;
  return stale;
};

const askAs = (asker: Asker, route: Route, ifMatch: number): Promise<Heard> =>
  askOperation(system, asker, route, where, ifMatch);

/** What came of it, as the table says it. */
const answerOf = ({ status, body }: Heard): string =>
  status < 300 ? 'ok' : ((body as { code?: string }).code ?? String(status));

it('every operation of the OpenAPI document has its row', async () => {
  const { paths } = (await ask(system, {}, 'GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const described = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual([...statedOperations].sort());
});

describe('operation × condition', () => {
  it('no token, no membership, an expired token, somebody else’s membership: nothing is open', async () => {
    const [clerk, leader] = [askers.get('clerk'), askers.get('leader')];
    const { expired = '' } = await badTokens(system.dataDir, personas.clerk);
    for (const route of byMembership) {
      const [none, alone, old, foreign] = await Promise.all([
        askAs({}, route, stale),
        askAs({ token: clerk?.token ?? '' }, route, stale),
        askAs({ ...clerk, token: expired }, route, stale),
        askAs({ token: clerk?.token ?? '', membership: leader?.membership ?? '' }, route, stale),
      ]);
      for (const heard of [none, alone]) expectProblem(heard, 401, 'not-signed-in');
      for (const heard of [old, foreign]) expectProblem(heard, 403, 'not-allowed');
    }
  });

  it.each(['clerk', 'operator'] as const)(
    'a membership like the %s’s that is taken away in the middle commands nothing any more',
    async (persona) => {
      const ended = await endInTheMiddle(system, askers.get(persona) ?? { token: '', membership: '' });
      for (const route of byMembership.filter(({ id }) => 'keyed' in contracts[id])) {
        const heard = await askAs(ended, route, await versionFor(route));
        if (statedFor(route.id)[persona] === 'ok' && route.id !== 'decideBatch')
          expect([route.id, heard.status]).toEqual([route.id, 403]);
        else expect([route.id, heard.status >= 400 || route.id === 'decideBatch']).toEqual([route.id, true]);
      }
    },
  );
});

describe('operation × person', () => {
  it.each(inOrder.map((route) => [route.id, route] as const))(
    '%s answers each as stated',
    async (id, route) => {
      const heard: Record<string, string> = {};
      for (const [persona, asker] of askers)
        heard[persona] = answerOf(await askAs(asker, route, await versionFor(route)));
      expect(heard).toEqual(statedFor(id));
    },
  );

  it('[yc-cloud-4-2] every look of the city into a county’s case is an access record by its operation', () => {
    const log = readFileSync(join(system.dataDir, 'logs', 'yunwangtong-cases.log'), 'utf8');
    const looked = operations.filter(
      (route) => onCase(route) && route.context === 'cases' && statedFor(route.id)['operator'] === 'ok',
    );
    const recorded = log
      .split('\n')
      .filter((line) => line.includes('access.cross-tenant') && line.includes(where['caseId'] ?? ''))
      .map((line) => (JSON.parse(line) as { operation: string }).operation);
    expect(looked.length).toBeGreaterThan(3);
    for (const { id } of looked) expect(recorded, id).toContain(id);
  });
});
