import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { operations } from '#shared/contracts/operations.ts';
import { keys } from '#shared/table/keys.ts';
import { administratorTable } from '#test/support/administrator.ts';
import { type Asker, ask, sharedSystem, tokenOf } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { badTokens } from '#test/support/make-tokens.ts';
import { grantMembership, housingClerk } from '#test/support/second-membership.ts';

const system = sharedSystem();

/** One of each function's; that every operation stands behind the same door is the access matrix's to show. */
const oneOfEach = [...new Map(operations.map((route) => [route.context, route])).values()];

describe('the door', () => {
  const refusesAll = async (asker: Asker, status: number, skip: readonly string[] = []) => {
    for (const { id, method, path } of [...oneOfEach, ...operations.slice(0, 1)]) {
      if (skip.includes(id)) continue;
      const target = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === 'caseId' ? `dafeng.${'0'.repeat(26)}` : 'x',
      );
      const heard = await ask(
        system,
        asker,
        method,
        target,
        method === 'GET' ? {} : { body: {}, ifMatch: 1, key: randomUUID() },
      );
      expect([id, heard.status], heard.text).toEqual([id, status]);
      expect(heard.body).toMatchObject({ code: status === 401 ? 'not-signed-in' : 'not-allowed' });
    }
  };

  it('is closed without a token, and without a membership but for the question who one is', async () => {
    await refusesAll({}, 401);
    await refusesAll({ membership: 'dafeng-clerk' }, 401);
    await refusesAll({ token: await tokenOf(system, 'dafeng-clerk') }, 401, ['getMe']);
  });

  it('is closed to tokens that are not good, and a person nobody knows has no membership', async () => {
    const { 'of nobody known': nobody, ...bad } = await badTokens(system.dataDir, 'dafeng-clerk');
    for (const token of Object.values(bad)) await refusesAll({ token, membership: 'dafeng-clerk' }, 403);
    await refusesAll({ token: nobody ?? '', membership: 'dafeng-clerk' }, 403, ['getMe']);
    expect((await ask(system, { token: nobody ?? '' }, 'GET', '/v1/me')).body).toMatchObject({
      memberships: [],
    });
  });

  it('is closed under somebody else’s membership, and under one that has ended', async () => {
    await refusesAll({ token: await tokenOf(system, 'sheyang-clerk'), membership: 'dafeng-clerk' }, 403, [
      'getMe',
    ]);
    await refusesAll({ token: await tokenOf(system, 'dafeng-clerk'), membership: 'nothing' }, 403, ['getMe']);
    await refusesAll(
      await grantMembership(system, { ...housingClerk, id: 'zz-suspended', state: 'suspended' }),
      403,
      ['getMe'],
    );
  });

  it('writes nothing under a membership that was changed after the authorizer looked', async () => {
    const asker = await grantMembership(system, housingClerk);
    expect((await ask(system, asker, 'GET', '/v1/cases')).status).toBe(200);
    const table = administratorTable(system);
    await table.send(
      new UpdateCommand({
        TableName: system.tableName,
        Key: keys.membership(housingClerk.tenant, housingClerk.id),
        UpdateExpression: 'SET grantsVersion = grantsVersion + :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
    table.destroy();
    const body = { kind: 'cloudApplication', systemName: '改岗之后' };
    expectProblem(
      await ask(system, asker, 'POST', '/v1/cases', { body, key: randomUUID() }),
      403,
      'membership-changed',
    );
    expect((await ask(system, asker, 'GET', '/v1/cases')).text).not.toContain('改岗之后');
  });
});
