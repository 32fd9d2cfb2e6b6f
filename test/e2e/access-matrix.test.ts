import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask } from '#examples/play-application.ts';
import { operations } from '#shared/contracts/operations.ts';
import { bodiesOf, pathParts, pathPartsOf, queriesOf } from '#test/support/access-requests.ts';
import { accessTable, type Persona, personas } from '#test/support/access-table.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';
import { badTokens } from '#test/support/make-tokens.ts';

type Route = (typeof operations)[number];

const system = sharedSystem();
const askers = new Map<Persona, Required<Asker>>();
let where: Readonly<Record<string, string>>;
let version: number;
beforeAll(async () => {
  for (const [persona, user] of Object.entries(personas) as [Persona, string][])
    askers.set(persona, await askerOf(system, user));
  const cast = await countyCast(system, 'jianhu');
  const caseId = await submitted(cast);
  where = {
    caseId,
    taskId: (await awaitTask(cast.reviewer, caseId)).taskId,
    attachmentId: (await cast.clerk.attachments(caseId)).items[0]?.attachmentId ?? '',
  };
  version = (await cast.clerk.view(caseId)).version;
});

const targetOf = ({ id, path }: Route): string => {
  const parts: Readonly<Record<string, string | undefined>> = {
    ...pathParts,
    ...where,
    ...pathPartsOf[id as never],
  };
  return `${path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? 'x')}${queriesOf[id] ?? ''}`;
};

const askAs = (asker: Asker, route: Route): Promise<Heard> =>
  ask(
    system,
    asker,
    route.method,
    targetOf(route),
    route.method === 'GET' ? {} : { body: bodiesOf[route.id] ?? {}, ifMatch: version, key: randomUUID() },
  );

/** What came of it, as the table says it. */
const answerOf = (heard: Heard): string =>
  heard.status < 300 ? 'ok' : ((heard.body as { code?: string }).code ?? String(heard.status));

if (process.env['RECORD'])
  it('records', async () => {
    const rows: Record<string, Record<string, string>> = {};
    for (const route of operations) {
      const row: Record<string, string> = {};
      for (const [persona, asker] of askers) {
        const heard = await askAs(asker, route);
        const answer = answerOf(heard);
        row[persona] = answer;
        if (answer === 'request-invalid') console.log(route.id, heard.text.slice(0, 400));
      }
      rows[route.id] = row;
    }
    writeFileSync(process.env['RECORD'] ?? '', JSON.stringify(rows, undefined, 1));
  });
else
  describe('operation × person', () => {
    it('is stated once for every operation of the OpenAPI document', async () => {
      const { paths } = (await ask(system, {}, 'GET', '/openapi.json')).body as {
        paths: Record<string, Record<string, { operationId: string }>>;
      };
      const described = Object.values(paths).flatMap((methods) =>
        Object.values(methods).map(({ operationId }) => operationId),
      );
      expect(described.sort()).toEqual(Object.keys(accessTable).sort());
    });
  });

describe.skipIf(process.env['RECORD'])('each operation', () => {
  it.each(operations.map((route) => [route.id, route] as const))(
    '%s answers each as stated, whoever asks from wherever',
    async (id, route) => {
      const stated = accessTable[id];
      const heard = await Promise.all(
        [...askers].map(async ([persona, asker]) => [persona, answerOf(await askAs(asker, route))] as const),
      );
      expect(Object.fromEntries(heard)).toEqual(stated);
    },
  );

  it('is closed without a token, without a membership, to expired tokens and under others’ memberships', async () => {
    const clerk = askers.get('clerk');
    const leader = askers.get('leader');
    const { expired } = await badTokens(system.dataDir, personas.clerk);
    for (const route of operations.filter(({ access }) => access === 'membership')) {
      const [none, alone, old, foreign] = await Promise.all([
        askAs({}, route),
        askAs({ token: clerk?.token ?? '' }, route),
        askAs({ ...clerk, token: expired ?? '' }, route),
        askAs({ token: clerk?.token ?? '', membership: leader?.membership ?? '' }, route),
      ]);
      for (const heard of [none, alone]) expectProblem(heard, 401, 'not-signed-in');
      for (const heard of [old, foreign]) expectProblem(heard, 403, 'not-allowed');
    }
  });
});
