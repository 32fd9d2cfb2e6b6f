import { type Client, createClient } from '#examples/client.ts';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Cast } from '#examples/play-application.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { RoleId } from '#shared/tenancy/roles.ts';
import { type Asker, askerOf } from './ask.ts';
import { countyCast } from './county-cast.ts';
import { grantMembership } from './second-membership.ts';

/** Somebody who acts in a test: who they are at the interface, and their client. */
export interface Member extends Required<Asker> {
  readonly client: Client;
}

export const memberOf = async (system: EmbeddedSystem, user: string): Promise<Member> => {
  const asker = await askerOf(system, user);
  return { ...asker, client: createClient(system.baseUrl, asker.token, asker.membership) };
};

/** A demo person of elsewhere who also holds a post of a county. */
export const colleagueIn = async (
  system: EmbeddedSystem,
  county: string,
  personId: string,
  name: string,
  role: RoleId,
): Promise<Member> => {
  const asker = await grantMembership(system, {
    id: `zz-${county}-${personId}`,
    personId,
    name,
    tenant: `yancheng/${county}` as TenantId,
    organisation: { id: `${county}-authority`, name: '县数据局' },
    roles: [role],
    grantsVersion: 1,
    state: 'active',
    since: '2026-01-05T01:00:00.000Z',
  });
  return { ...asker, client: createClient(system.baseUrl, asker.token, asker.membership) };
};

/** A county's desk with two further reviewers, somebody to be asked and somebody who only reads. */
export interface VerbDesk {
  readonly cast: Cast;
  readonly clerk: Member;
  readonly reviewer: Member;
  readonly leader: Member;
  readonly second: Member;
  readonly third: Member;
  /** A second leader, who may be asked to sign. */
  readonly adviser: Member;
  readonly operator: Member;
  /** Of the city's finance: sees nothing that is not copied to them. */
  readonly finance: Member;
}

export const openVerbDesk = async (system: EmbeddedSystem, county: string): Promise<VerbDesk> => {
  const [cast, clerk, reviewer, leader, second, third, adviser, operator, finance] = await Promise.all([
    countyCast(system, county),
    memberOf(system, `${county}-clerk`),
    memberOf(system, `${county}-reviewer`),
    memberOf(system, `${county}-leader`),
    colleagueIn(system, county, 'lankao-head', '周志强', 'county.cloud.reviewer'),
    colleagueIn(system, county, 'tongxu-head', '徐海燕', 'county.cloud.reviewer'),
    colleagueIn(system, county, 'qixian-head', '朱丽华', 'county.cloud.leader'),
    memberOf(system, 'yancheng-operator'),
    colleagueIn(system, '_city', 'weishi-head', '孙明辉', 'city.finance'),
  ]);
  return { cast, clerk, reviewer, leader, second, third, adviser, operator, finance };
};
