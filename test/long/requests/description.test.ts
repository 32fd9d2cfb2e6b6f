import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import { operations } from '#shared/contracts/operations.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

type Schema = Record<string, unknown>;
interface Described {
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, { content: Readonly<Record<string, { schema: Schema }>> }>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const system = sharedSystem();
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
let description: Description;
let cast: Cast;
let clerk: Asker;
let reviewer: Asker;
beforeAll(async () => {
  description = (await ask(system, {}, 'GET', '/openapi.json')).body as Description;
  cast = await countyCast(system, 'jingkai');
  [clerk, reviewer] = await Promise.all([
    askerOf(system, 'jingkai-clerk'),
    askerOf(system, 'jingkai-reviewer'),
  ]);
});

it('is a valid OpenAPI 3.1 document of exactly the operations that exist', async () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate({ ...description })).toMatchObject({ valid: true });
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
});

it('is to be read by people too', async () => {
  const page = await ask(system, {}, 'GET', '/docs');
  expect(page.status).toBe(200);
  for (const { id } of operations) expect(page.text).toContain(`<section id="${id}">`);
});

it('marks every operation that needs a token', () => {
  for (const { method, path, access } of operations)
    expect(description.paths[path]?.[method.toLowerCase()]?.security !== undefined, path).toBe(
      access !== 'public',
    );
});

/** Checks an answer against what the description says that the operation answers. */
const fits = (operationId: string, heard: Heard): void => {
  const route = operations.find(({ id }) => id === operationId);
  const described = description.paths[route?.path ?? '']?.[route?.method.toLowerCase() ?? ''];
  const response = described?.responses[heard.status] ?? described?.responses['default'];
  const type = heard.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = response?.content[type]?.schema;
  expect(schema, `${operationId} ${heard.status} ${type}`).toBeDefined();
  const validate = ajv.compile({ components: description.components, ...schema });
  expect(validate(heard.body), `${operationId}: ${ajv.errorsText(validate.errors)}`).toBe(true);
};

describe('real answers are as described', () => {
  it('when all goes well, from the draft to the journal', async () => {
    const post = (asker: Asker, path: string, ifMatch: number, body: object) =>
      ask(system, asker, 'POST', path, { body, ifMatch, key: randomUUID() });
    fits('getMe', await ask(system, { token: clerk.token ?? '' }, 'GET', '/v1/me'));
    fits('listCatalogue', await ask(system, clerk, 'GET', '/v1/catalogue'));
    for (const [id, path] of [
      ['listCatalogueVersions', '/v1/catalogues'],
      ['getCatalogueVersion', '/v1/catalogues/yancheng-2026-05'],
      ['getBudgetStandards', '/v1/catalogue-budget-standards'],
      ['listCatalogueJournal', '/v1/catalogue-journal'],
      ['verifyCatalogueJournal', '/v1/catalogue-journal/verification'],
    ] as const) {
      const heard = await ask(system, clerk, 'GET', path);
      expect(heard.status, heard.text).toBe(200);
      fits(id, heard);
    }
    const operator = await askerOf(system, 'yancheng-operator');
    fits('getCatalogueDraft', await ask(system, operator, 'GET', '/v1/catalogue-draft'));
    fits('getCatalogueRepricing', await ask(system, operator, 'GET', '/v1/catalogue-draft/repricing'));
    fits('listTenants', await ask(system, clerk, 'GET', '/v1/tenants'));
    fits('listCalendars', await ask(system, clerk, 'GET', '/v1/calendars'));
    fits('getForm', await ask(system, clerk, 'GET', '/v1/forms/cloudApplication'));
    const question = {
      profile: 'yancheng',
      from: '2026-09-30',
      amount: 5,
      unit: 'workingDay',
      direction: 'after',
    };
    fits('computeDeadline', await ask(system, clerk, 'POST', '/v1/trials/deadline', { body: question }));
    const created = await ask(system, clerk, 'POST', '/v1/cases', {
      body: { kind: 'cloudApplication', systemName: '系统' },
      key: randomUUID(),
    });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/v1/cases/${(created.body as { caseId: string }).caseId}`);
    fits('createCase', created);

    const desks = [
      ['listDelegations', reviewer, '/v1/delegations'],
      ['listDesks', await askerOf(system, 'jingkai-leader'), '/v1/desks'],
      ['listHandOvers', await askerOf(system, 'jingkai-tenantadmin'), '/v1/hand-overs'],
    ] as const;
    for (const [id, asker, path] of desks) {
      const heard = await ask(system, asker, 'GET', path);
      expect(heard.status, heard.text).toBe(200);
      fits(id, heard);
    }
    const { caseId, version } = await draftOf(cast.clerk);
    fits(
      'saveSection',
      await ask(system, clerk, 'PUT', `/v1/cases/${caseId}/sections/plan`, { body: {}, ifMatch: 1 }),
    );
    fits('getCase', await ask(system, clerk, 'GET', `/v1/cases/${caseId}`));
    fits('withdrawCase', await post(clerk, `/v1/cases/${caseId}/withdrawals`, version, { reason: '暂缓。' }));
    const other = await draftOf(cast.clerk);
    fits(
      'requestConfirmation',
      await post(clerk, `/v1/cases/${other.caseId}/confirmation-requests`, other.version, {}),
    );

    const reviewed = await submitted(cast);
    const { taskId } = await awaitTask(cast.reviewer, reviewed);
    const seen = await ask(system, reviewer, 'GET', `/v1/cases/${reviewed}`);
    fits('getCase', seen);
    expect(seen.headers.get('etag')).toBe(`"${(seen.body as { version: number }).version}"`);
    fits('listTasks', await ask(system, reviewer, 'GET', '/v1/tasks?limit=1'));
    fits('listCases', await ask(system, reviewer, 'GET', '/v1/cases?limit=1'));
    const tasks = `/v1/cases/${reviewed}/tasks/${taskId}`;
    fits('listColleagues', await ask(system, reviewer, 'GET', `${tasks}/colleagues`));
    const { version: lookedAt } = seen.body as { version: number };
    fits('urgeTasks', await post(clerk, `/v1/cases/${reviewed}/urges`, lookedAt, {}));
    const rows = [{ caseId: reviewed, taskId, version: lookedAt }];
    fits(
      'decideBatch',
      await ask(system, reviewer, 'POST', '/v1/decision-batches', { body: { rows }, key: randomUUID() }),
    );
    const path = `${tasks}/decisions`;
    const decided = await post(reviewer, path, (seen.body as { version: number }).version, {
      verb: 'return',
      opinion: '请补充。',
    });
    expect(decided.status).toBe(200);
    fits('decideTask', decided);
    fits('decideTask', await post(reviewer, path, 1, { verb: 'return', opinion: '请补充。' }));
    fits('getCase', await ask(system, clerk, 'GET', `/v1/cases/${reviewed}`));
    fits('listJournal', await ask(system, clerk, 'GET', `/v1/cases/${reviewed}/journal?limit=2`));
    fits('verifyJournal', await ask(system, clerk, 'GET', `/v1/cases/${reviewed}/journal/verification`));
  });

  it('when something is wrong, for every operation', async () => {
    for (const { id, method, path } of operations) {
      const nowhere = path.replace('{caseId}', `jingkai.${'0'.repeat(26)}`).replace(/\{\w+\}/g, 'nothing');
      const heard = await ask(
        system,
        clerk,
        method,
        `${nowhere}?unknown=1`,
        method === 'GET' ? {} : { body: {} },
      );
      expect(heard.status, id).toBeGreaterThanOrEqual(400);
      fits(id, heard);
    }
  });
});
