import { expect, test } from 'vitest';
import { authorizeMembership, authorizePerson } from '#functions/tenancy/app/authorize.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';

const membership: Membership = {
  id: 'm1',
  personId: 'ding',
  name: '丁月娥',
  tenant: 'yancheng/dafeng',
  organisation: { id: 'o1', name: '卫生健康委员会' },
  roles: ['department.clerk'],
  grantsVersion: 1,
  state: 'active',
  since: '2026-01-05T01:00:00.000Z',
};

const setup = (signedOutAt: number | undefined) => ({
  verify: async (token: string) =>
    token === '' ? undefined : { personId: 'ding', issuedAt: Number(token.slice('issued-'.length)) },
  memberships: { listOfPerson: async () => [membership] },
  nodesOf: async () => [],
  signedOutAt: async () => signedOutAt,
});

test('a token serves its person under a standing membership', async () => {
  const actor = await authorizeMembership(setup(undefined), 'Bearer issued-1000', 'm1');
  expect(actor).toMatchObject({ personId: 'ding', tenant: 'yancheng/dafeng' });
  expect(await authorizeMembership(setup(undefined), 'Bearer issued-1000', 'm2')).toBeUndefined();
});

test.each([
  ['issued before signing out everywhere', 'issued-999', false],
  ['issued in its second or later', 'issued-1000', true],
  ['that does not say when it was issued', 'issued-0', false],
])('a token %s', async (_which, token, serves) => {
  const services = setup(1000);
  expect((await authorizeMembership(services, `Bearer ${token}`, 'm1')) !== undefined).toBe(serves);
  expect((await authorizePerson(services, `Bearer ${token}`)) !== undefined).toBe(serves);
});
