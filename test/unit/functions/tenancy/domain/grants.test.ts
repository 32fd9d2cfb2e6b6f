import { describe, expect, it } from 'vitest';
import { conflictOf, roleBookOf } from '#functions/tenancy/app/role-book.ts';
import { administratorsAfter } from '#functions/tenancy/domain/apply-change.ts';
import type { TenantFacts } from '#functions/tenancy/domain/check-change.ts';
import { decideGrant, withdrawGrant } from '#functions/tenancy/domain/close-grant.ts';
import type { Grant, GrantChange } from '#functions/tenancy/domain/grant.ts';
import { type Membership, usableMemberships } from '#functions/tenancy/domain/membership.ts';
import { proposeGrant } from '#functions/tenancy/domain/propose-grant.ts';
import type { Verdict } from '#functions/tenancy/domain/two-persons.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { offeredRoles } from '#shared/tenancy/offered-roles.ts';
import { organisations } from '#shared/tenancy/organisations.ts';

const at = '2026-11-23T01:00:00.000Z';
const tenant = 'yancheng/dafeng';
const authority = { id: 'dafeng-authority', name: '大丰区数据局' };

const member = (id: string, roles: readonly string[], more: Partial<Membership> = {}): Membership => ({
  id,
  personId: id,
  name: `${id}某`,
  tenant,
  organisation: authority,
  roles,
  grantsVersion: 1,
  state: 'active',
  since: '2026-01-05T01:00:00.000Z',
  ...more,
});
const actor = (id: string, ...roles: string[]): Actor => ({
  personId: id,
  name: id,
  membershipId: id,
  tenant,
  organisation: authority,
  roles,
  grantsVersion: 1,
});

const system = actor('system', 'tenant.admin');
const security = actor('security', 'security.admin');
const audit = actor('audit', 'audit.admin');
const reviewer = member('reviewer', ['county.cloud.reviewer']);
const oneOfEach = { 'tenant.admin': ['system'], 'security.admin': ['security'], 'audit.admin': ['audit'] };

const setup = (administrators: TenantFacts['administrators'] = oneOfEach) => {
  const book = roleBookOf(
    offeredRoles(
      tenant,
      organisations.filter((one) => one.tenant === tenant),
    ),
  );
  const factsOf = (ofPerson: readonly Membership[]): TenantFacts => ({ administrators, ofPerson, book });
  const propose = (
    change: GrantChange,
    before: Membership | undefined = reviewer,
    by = system,
    ofPerson: readonly Membership[] = before ? [before] : [],
  ) => {
    const { personId, name, organisation, id: membershipId } = before ?? member('new', []);
    const subject = { personId, name, organisation, membershipId };
    const proposal = { id: 'g1', subject, change, reason: '调整。' };
    return proposeGrant(proposal, before, by, factsOf(ofPerson), at);
  };
  const enrol = (roles: readonly string[], more: Partial<Membership> = {}, ofPerson: Membership[] = []) => {
    const { personId, name, organisation, id: membershipId } = member('new', [], more);
    const subject = { personId, name, organisation, membershipId };
    return proposeGrant(
      { id: 'g1', subject, change: { kind: 'enrol', roles }, reason: '新到岗。' },
      undefined,
      system,
      factsOf(ofPerson),
      at,
    );
  };
  const decide = (grant: Grant, current: Membership | undefined, by = security, verdict?: Verdict) =>
    decideGrant(grant, verdict ?? { verdict: 'confirm' }, current, by, factsOf(current ? [current] : []), at);
  return { propose, enrol, decide };
};

const codeOf = (result: Result<unknown, Refusal>) => (result.ok ? 'accepted' : result.refusal.code);
const pointerOf = (result: Result<unknown, Refusal>) =>
  result.ok ? undefined : result.refusal.errors?.[0]?.pointer;
const acceptedOf = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
};
const leader = { kind: 'roles', roles: ['county.cloud.leader'] } as const;

describe('a proposal', () => {
  it('is made by the tenant administrator alone', () => {
    const { propose } = setup();
    expect(codeOf(propose(leader))).toBe('accepted');
    for (const other of [security, audit, actor('clerk', 'department.clerk')])
      expect(codeOf(propose(leader, reviewer, other))).toBe('not-allowed');
  });

  it('is never about the one who makes it, under whichever membership', () => {
    const { propose } = setup();
    const own = member('second', ['county.observer'], { personId: 'system' });
    expect(codeOf(propose(leader, own))).toBe('own-grant');
  });

  it.each([
    ['of the city', ['city.cloud.operator']],
    ['of the city beside one of the county', ['county.cloud.reviewer', 'city.cloud.leader']],
    ['of a provider', ['provider.engineer']],
    ['that nobody knows', ['county.cloud.king']],
  ])('grants no role %s', (_, roles) => {
    const { propose, enrol } = setup();
    expect(pointerOf(propose({ kind: 'roles', roles }))).toBe('/roles');
    expect(pointerOf(enrol(roles))).toBe('/roles');
  });

  it('grants in a department what departments have, and nothing of the authority', () => {
    const { enrol } = setup();
    const organisation = { id: 'dafeng-health', name: '卫健委' };
    expect(codeOf(enrol(['department.clerk', 'department.cdo'], { organisation }))).toBe('accepted');
    for (const role of ['county.cloud.reviewer', 'tenant.admin'])
      expect(pointerOf(enrol([role], { organisation }))).toBe('/roles');
  });

  it('names an organisation of the tenant and at least one role', () => {
    const { enrol } = setup();
    const foreign = { id: 'sheyang-authority', name: '射阳县数据局' };
    expect(pointerOf(enrol(['county.cloud.reviewer'], { organisation: foreign }))).toBe('/organisation');
    expect(pointerOf(enrol([]))).toBe('/roles');
  });

  it.each([
    ['two of the three', ['tenant.admin', 'security.admin']],
    ['an administrator with a business role', ['audit.admin', 'county.observer']],
  ])('never makes %s of one person', (_, roles) => {
    const { enrol, propose } = setup();
    expect(codeOf(enrol(roles))).toBe('separation-of-duties');
    expect(codeOf(propose({ kind: 'roles', roles }))).toBe('separation-of-duties');
  });

  it('counts what the person holds under other memberships of the tenant, while they stand', () => {
    const { enrol } = setup();
    const organisation = { id: 'dafeng-health', name: '卫健委' };
    const clerk = member('clerk', ['department.clerk'], { personId: 'new', organisation });
    expect(codeOf(enrol(['security.admin'], {}, [clerk]))).toBe('separation-of-duties');
    expect(codeOf(enrol(['security.admin'], {}, [{ ...clerk, state: 'suspended' }]))).toBe('accepted');
  });

  it.each(['tenant.admin', 'security.admin', 'audit.admin'])('never takes away the last %s', (role) => {
    const id = oneOfEach[role as keyof typeof oneOfEach][0] ?? '';
    const other = actor('other', 'tenant.admin');
    const last = member(id, [role]);
    for (const change of [{ kind: 'suspend' }, leader] as const) {
      expect(codeOf(setup().propose(change, last, other))).toBe('last-administrator');
      const two = setup({ ...oneOfEach, [role]: [id, 'second'] });
      expect(codeOf(two.propose(change, last, other))).toBe('accepted');
    }
  });

  it('changes something: same roles, a second suspension, a second post in the same unit are refused', () => {
    const { propose, enrol } = setup();
    const gone = { ...reviewer, state: 'suspended' } as const;
    expect(codeOf(propose({ kind: 'roles', roles: ['county.cloud.reviewer'] }))).toBe('grant-invalid');
    expect(codeOf(propose({ kind: 'reactivate' }))).toBe('grant-invalid');
    expect(codeOf(propose({ kind: 'suspend' }, gone))).toBe('grant-invalid');
    expect(codeOf(propose(leader, gone))).toBe('grant-invalid');
    expect(codeOf(propose({ kind: 'reactivate' }, gone))).toBe('accepted');
    expect(codeOf(enrol(['county.cloud.leader'], {}, [member('old', [], { personId: 'new' })]))).toBe(
      'grant-invalid',
    );
  });
});

describe('a decision', () => {
  it('is the security administrator’s alone', () => {
    const { propose, decide } = setup();
    const grant = acceptedOf(propose(leader));
    for (const other of [system, actor('system2', 'tenant.admin'), audit, actor('x', 'county.cloud.leader')])
      expect(codeOf(decide(grant, reviewer, other))).toBe('not-allowed');
    expect(codeOf(decide(grant, reviewer))).toBe('accepted');
  });

  it('is not taken by the one who proposed it, nor by the one whom it is about', () => {
    const { propose, decide } = setup();
    const grant = acceptedOf(propose(leader));
    const turned = actor('system', 'security.admin');
    expect(codeOf(decide(grant, reviewer, turned))).toBe('own-grant');
    expect(codeOf(decide(grant, reviewer, actor('reviewer', 'security.admin')))).toBe('own-grant');
  });

  it('is taken once', () => {
    const { propose, decide } = setup();
    const grant = acceptedOf(propose(leader));
    const { grant: closed } = acceptedOf(decide(grant, reviewer));
    expect(closed).toMatchObject({ state: 'confirmed', version: 2, closedBy: { personId: 'security' } });
    expect(codeOf(decide(closed, reviewer))).toBe('grant-moved');
    expect(codeOf(withdrawGrant(closed, system, at))).toBe('grant-moved');
  });

  it('gives the membership a new version from that moment on', () => {
    const { propose, decide } = setup();
    const { membership } = acceptedOf(decide(acceptedOf(propose({ kind: 'suspend' })), reviewer));
    expect(membership).toMatchObject({ state: 'suspended', grantsVersion: 2, since: at });
  });

  it('leaves rights as they are when only a phone number changes, and keeps the number nowhere afterwards', () => {
    const { propose, decide } = setup();
    const grant = acceptedOf(propose({ kind: 'contact', phone: '13812345678' }));
    const { membership, grant: closed } = acceptedOf(decide(grant, reviewer));
    expect(membership).toEqual(reviewer);
    expect(JSON.stringify(closed)).not.toContain('13812345678');
  });

  it('is refused when the person’s post has changed since the proposal', () => {
    const { propose, decide } = setup();
    const grant = acceptedOf(propose(leader));
    expect(codeOf(decide(grant, { ...reviewer, grantsVersion: 2 }))).toBe('grant-outdated');
    expect(codeOf(decide(grant, undefined))).toBe('grant-outdated');
  });

  it('judges anew by what stands now: the last one stays although there were two when it was proposed', () => {
    const second = member('second', ['security.admin']);
    const two = setup({ ...oneOfEach, 'security.admin': ['security', 'second'] });
    const grant = acceptedOf(two.propose({ kind: 'suspend' }, second));
    const one = setup({ ...oneOfEach, 'security.admin': ['second'] });
    expect(codeOf(one.decide(grant, second))).toBe('last-administrator');
  });

  it('to refuse needs a reason', () => {
    const { propose, decide } = setup();
    const grant = acceptedOf(propose(leader));
    expect(codeOf(decide(grant, reviewer, security, { verdict: 'refuse' }))).toBe('grant-invalid');
    const closed = acceptedOf(
      decide(grant, reviewer, security, { verdict: 'refuse', reason: '请附任职文件。' }),
    );
    expect(closed).toMatchObject({ grant: { state: 'refused', closingReason: '请附任职文件。' } });
    expect(closed.membership).toBeUndefined();
  });

  it('is not needed when the one who proposed it withdraws it, and nobody else may', () => {
    const grant = acceptedOf(setup().propose(leader));
    for (const other of [
      security,
      audit,
      actor('system2', 'tenant.admin'),
      actor('system', 'county.observer'),
    ])
      expect(codeOf(withdrawGrant(grant, other, at))).toBe('not-allowed');
    expect(acceptedOf(withdrawGrant(grant, system, at)).grant.state).toBe('withdrawn');
  });
});

it('the roster follows every change of the three', () => {
  const named = administratorsAfter(oneOfEach, member('new', ['audit.admin']));
  expect(named).toEqual({ ...oneOfEach, 'audit.admin': ['audit', 'new'] });
  expect(administratorsAfter(named, member('audit', ['audit.admin'], { state: 'suspended' }))).toEqual({
    ...oneOfEach,
    'audit.admin': ['new'],
  });
});

describe('what a person may use', () => {
  const usable = (...memberships: Membership[]) =>
    usableMemberships(memberships, conflictOf).map(({ id }) => id);
  const older = member('older', ['security.admin'], { since: '2026-01-05T01:00:00.000Z' });
  const newer = member('newer', ['tenant.admin'], { since: '2026-06-01T01:00:00.000Z' });

  it('is the older of two memberships that may not stand side by side, wherever they were granted', () => {
    expect(usable({ ...newer, tenant: 'yancheng/sheyang' }, older)).toEqual(['older']);
    expect(usable(older, { ...newer, roles: ['department.clerk'] })).toEqual(['older']);
    expect(usable(older, { ...newer, roles: ['security.admin'] })).toEqual(['older', 'newer']);
  });

  it('is nothing that is suspended, and what is suspended stands in nobody’s way', () => {
    expect(usable({ ...older, state: 'suspended' }, newer)).toEqual(['newer']);
  });
});
