import { readFileSync } from 'node:fs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { systemIds } from '#shared/kernel/ids.ts';
import { cityOf, isTenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { transact } from '#shared/table/transact.ts';
import type { Tenant } from '#shared/tenancy/cities.ts';
import { offeredRoles } from '#shared/tenancy/offered-roles.ts';
import { administratorRoles } from '#shared/tenancy/roles.ts';
import type { Membership } from '../app/membership.ts';
import { membershipItems } from '../store/membership-items.ts';
import { firstRoster } from '../store/roster-items.ts';

const person = z.strictObject({
  personId: z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  phone: z.string().check(z.regex(/^1\d{10}$/)),
});
const administratorsFile = z.strictObject({
  'tenant.admin': person,
  'security.admin': person,
  'audit.admin': person,
});

/** The organisation of a tenant that has administrators: its authority. */
const seatOf = (
  { id, name }: Pick<Tenant, 'id' | 'name'>,
  organisations: Parameters<typeof offeredRoles>[1],
) => {
  const seat = offeredRoles(id, organisations).find(({ roles }) => roles.includes('tenant.admin'));
  if (!seat) throw new Error(`${name} 没有主管部门`);
  return { id: seat.id, name: seat.name };
};

/**
 * Puts a tenant's first three administrators in place, once; whatever follows is granted by themselves.
 * @returns the tenant's name @throws when the tenant is unknown or has a roster, or one person is named twice
 */
export const firstAdministrators = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  tenantId: string,
  file: string,
  now: Date,
): Promise<string> => {
  const directory = createReferenceReader(client, table);
  const nodes = isTenantId(tenantId) ? await directory.nodesOf(cityOf(tenantId)) : [];
  const tenant = nodes.find(({ id }) => id === tenantId);
  if (!tenant) throw new Error(`没有租户 ${tenantId}`);
  const people = administratorsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (new Set(Object.values(people).map(({ personId }) => personId)).size < administratorRoles.length)
    throw new Error('系统管理员、安全管理员、审计管理员须是三个不同的人');
  const organisation = seatOf(tenant, await directory.organisationsOf(tenant.id));
  const memberships = administratorRoles.map((role): Membership & { phone: string } => ({
    id: systemIds.next(now.getTime()),
    tenant: tenant.id,
    ...people[role],
    organisation,
    roles: [role],
    grantsVersion: 1,
    state: 'active',
    since: now.toISOString(),
  }));
  const items = [
    firstRoster(tenant.id, memberships),
    ...memberships.flatMap(({ phone, ...membership }) => [
      ...membershipItems(membership),
      { ...keys.contact(tenant.id, membership.id), phone },
    ]),
  ];
  const outcome = await transact(
    client,
    items.map((Item) => ({
      name: 'new' as const,
      item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    })),
  );
  if (!outcome.written) throw new Error(`${tenant.name} 已有三员，请由他们办理`);
  return tenant.name;
};
