import type { EnrolBody, GrantAnswer, GrantBody } from '#shared/contracts/people.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { offeredRoles } from '#shared/tenancy/offered-roles.ts';
import type { TenantFacts } from '../domain/check-change.ts';
import { type Closing, decideGrant, withdrawGrant } from '../domain/close-grant.ts';
import type { Grant } from '../domain/grant.ts';
import type { Membership } from '../domain/membership.ts';
import { type Proposal, proposeGrant } from '../domain/propose-grant.ts';
import type { Verdict } from '../domain/two-persons.ts';
import type { AdministrationEvent } from './administration-entry.ts';
import type { AdministrationServices, AdministrationWrites, Roster } from './administration-ports.ts';
import { contractRequired } from './contract-required.ts';
import { passAsked } from './pass-asked.ts';
import { roleBookOf } from './role-book.ts';

type GrantResult = Result<GrantAnswer, Refusal>;
/** A proposal, with the membership that it would change. */
type Drafted = Result<Proposal & { readonly before?: Membership }, Refusal>;

const unknownGrant: Refusal = { code: 'not-found', detail: '没有这个授权事项，或您无权查看。' };
const unknownPerson: Refusal = { code: 'not-found', detail: '没有这个人员，或您无权查看。' };

const answerFor = ({ id, version, state }: Grant): GrantAnswer => ({ grantId: id, version, state });

const factsFor = async (
  { administration, organisationsOf }: AdministrationServices,
  { tenant, administrators }: Roster,
  personId: string,
): Promise<TenantFacts> => ({
  administrators,
  ofPerson: await administration.membershipsOf(tenant, personId),
  book: roleBookOf(offeredRoles(tenant, await organisationsOf(tenant))),
});

const propose = (services: AdministrationServices, asked: Asked, draft: () => Promise<Drafted>) =>
  passAsked<GrantAnswer>(services, asked, async (roster, at) => {
    const drafted = await draft();
    if (!drafted.ok) return drafted;
    const { before, ...proposal } = drafted.value;
    const facts = await factsFor(services, roster, proposal.subject.personId);
    const decided = proposeGrant(proposal, before, asked.actor, facts, at);
    if (!decided.ok) return decided;
    const grant = decided.value;
    return accept({ event: { type: 'GrantProposed', grant }, writes: { grant }, answer: answerFor(grant) });
  });

/** 提出新增人员. */
export const enrolPerson = (
  services: AdministrationServices,
  asked: Asked,
  { personId, name, organisation, roles, phone, reason }: EnrolBody,
): Promise<GrantResult> =>
  propose(services, asked, async () => {
    const known = (await services.organisationsOf(asked.actor.tenant)).find(({ id }) => id === organisation);
    if (known?.kind === 'provider' && known.contract === undefined)
      return refuse({
        code: 'grant-invalid',
        detail: `${known.name}还没有登记采购合同，登记后才能为其开设账号。`,
        errors: [
          contractRequired(asked.actor.tenant, '/organisation', '服务商须有采购合同，请先登记合同编号。'),
        ],
      });
    const nextId = () => services.ids.next(services.clock.now().getTime());
    return accept({
      id: nextId(),
      subject: {
        personId,
        name,
        organisation: { id: organisation, name: known?.name ?? '' },
        membershipId: nextId(),
      },
      change: { kind: 'enrol', roles, ...(phone === undefined ? {} : { phone }) },
      reason,
    });
  });

/** 提出调整岗位、停用、恢复启用或变更联系电话. */
export const proposeChange = (
  services: AdministrationServices,
  asked: Asked,
  { membershipId, change, reason }: GrantBody,
): Promise<GrantResult> =>
  propose(services, asked, async () => {
    const before = await services.administration.findMembership(asked.actor.tenant, membershipId);
    if (!before) return refuse(unknownPerson);
    const { personId, name, organisation } = before;
    return accept({
      id: services.ids.next(services.clock.now().getTime()),
      subject: { personId, name, organisation, membershipId },
      change,
      reason,
      before,
    });
  });

const eventTypes = {
  confirmed: 'GrantConfirmed',
  refused: 'GrantRefused',
  withdrawn: 'GrantWithdrawn',
} as const satisfies Record<Exclude<Grant['state'], 'open'>, AdministrationEvent['type']>;

const writesOf = (before: Grant, current: Membership | undefined, closing: Closing): AdministrationWrites => {
  const { grant, membership } = closing;
  const { change, subject } = before;
  if (membership === undefined) return { grant };
  return {
    grant,
    membership,
    ...(current ? { replaces: current } : {}),
    ...('phone' in change && change.phone !== undefined
      ? { contact: { membershipId: subject.membershipId, phone: change.phone } }
      : {}),
  };
};

/** What stands when a grant is to be closed. */
interface Open {
  readonly grant: Grant;
  readonly current: Membership | undefined;
  readonly roster: Roster;
  readonly at: string;
}

const close = (
  services: AdministrationServices,
  asked: Asked,
  { grantId, expectedVersion }: { readonly grantId: string; readonly expectedVersion: number },
  decide: (open: Open) => Promise<Result<Closing, Refusal>>,
): Promise<GrantResult> =>
  passAsked<GrantAnswer>(services, asked, async (roster, at) => {
    const grant = await services.administration.findGrant(roster.tenant, grantId);
    if (!grant) return refuse(unknownGrant);
    const current = await services.administration.findMembership(roster.tenant, grant.subject.membershipId);
    const closing = await decide({ grant, current, roster, at });
    if (!closing.ok) return closing;
    if (grant.version !== expectedVersion)
      return refuse({ code: 'grant-moved', detail: '您看到的不是最新内容，请刷新后再办。' });
    const closed = closing.value.grant;
    if (closed.state === 'open') throw new Error(`${grantId} was not closed`);
    return accept({
      event: { type: eventTypes[closed.state], grant: closed },
      writes: writesOf(grant, current, closing.value),
      answer: answerFor(closed),
    });
  });

/** 确认或退回: what is confirmed stands from that moment. */
export const decideOnGrant = (
  services: AdministrationServices,
  asked: Asked,
  command: { readonly grantId: string; readonly expectedVersion: number },
  verdict: Verdict,
): Promise<GrantResult> =>
  close(services, asked, command, async ({ grant, current, roster, at }) => {
    const facts = await factsFor(services, roster, grant.subject.personId);
    return decideGrant(grant, verdict, current, asked.actor, facts, at);
  });

/** 撤回. */
export const withdrawProposal = (
  services: AdministrationServices,
  asked: Asked,
  command: { readonly grantId: string; readonly expectedVersion: number },
): Promise<GrantResult> =>
  close(services, asked, command, async ({ grant, at }) => withdrawGrant(grant, asked.actor, at));
