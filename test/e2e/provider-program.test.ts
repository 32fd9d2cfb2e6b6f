import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '#examples/client.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import {
  approvedCase,
  awaitRead,
  deskOf,
  type ProvisioningCast,
  provisioningCast,
} from '#test/support/provisioning-story.ts';
import { writeMembership } from '#test/support/second-membership.ts';

const system = sharedSystem();
const program = 'yancheng-provider-api';
const membership: Membership = {
  id: 'zz-yancheng-provider-program',
  personId: program,
  name: '接口程序',
  tenant: 'yancheng/_city',
  organisation: { id: 'yancheng-provider', name: '盐城政务云服务商' },
  roles: ['provider.engineer'],
  grantsVersion: 1,
  state: 'active',
  since: '2026-01-05T01:00:00.000Z',
};

const secretOf = (client: string): string =>
  (JSON.parse(readFileSync(join(system.dataDir, 'oidc-clients.json'), 'utf8')) as Record<string, string>)[
    client
  ] ?? '';

const takeToken = async (client: string, secret: string) => {
  const response = await fetch(`${system.baseUrl}/_local/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token = '' } = (await response.json()) as { access_token?: string };
  return { status: response.status, token };
};

let cast: ProvisioningCast;
let orderId: string;
beforeAll(async () => {
  cast = await provisioningCast(system, 'jingkai');
  orderId = await approvedCase(cast, [{ quantity: 1 }]);
  await awaitRead(() => cast.desks.provider.work(`${orderId}-c`));
});

describe('a provider’s program', () => {
  it('takes tokens by its own secret alone, and they open nothing until a post is granted to it', async () => {
    expect((await takeToken(program, 'wrong')).status).toBe(401);
    const { token } = await takeToken('kaifeng-provider-api', secretOf('kaifeng-provider-api'));
    expect(await createClient(system.baseUrl, token, '').me()).toMatchObject({ memberships: [] });
    const borrowed = { token, membership: (await askerOf(system, 'yancheng-provider')).membership ?? '' };
    expect((await ask(system, borrowed, 'GET', '/v1/work-orders')).status).toBe(403);
  });

  it('[yc-cloud-4-5] reads and answers the work orders of its own organisation, and finds nothing else', async () => {
    await writeMembership(system, membership);
    const { status, token } = await takeToken(program, secretOf(program));
    expect(status).toBe(200);
    const [held] = (await createClient(system.baseUrl, token, '').me()).memberships;
    expect(held).toMatchObject({ id: membership.id, roles: ['provider.engineer'] });
    const desk = deskOf(createClient(system.baseUrl, token, membership.id));
    expect((await desk.answer(`${orderId}-c`, { kind: 'confirm' })).body).toMatchObject({ state: 'done' });
    const order = await awaitRead(
      () => cast.desks.operator.order(orderId),
      ({ confirmation }) =>
        confirmation?.parties.some(({ party, at }) => party === 'provider' && at) ?? false,
    );
    expect(order.confirmation?.parties.find(({ party }) => party === 'provider')?.by?.name).toBe('接口程序');
    for (const path of [`/v1/provisioning-orders/${orderId}`, `/v1/cases/${orderId}`])
      expectProblem(await ask(system, { token, membership: membership.id }, 'GET', path), 404, 'not-found');
  });
});
