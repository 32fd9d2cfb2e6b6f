import type { Json } from '#shared/kernel/canonical-json.ts';

interface Member {
  readonly personId: string;
  readonly membershipId: string;
}

interface Lent {
  readonly id: string;
  readonly from: Member;
  readonly to: Member;
  readonly roles: readonly string[];
  readonly fromOn: string;
  readonly untilOn: string;
}

/** Who lends the right to decide to whom, takes it back, or hands over what a leaver holds by name. */
export type DeskChange =
  | {
      readonly type: 'DelegationGiven' | 'DelegationRevoked';
      readonly delegation: Lent;
      readonly reason: string;
    }
  | {
      /** With a post of either side; `onward` go on with the successor. */
      readonly type: 'DelegationsEnded';
      readonly ended: readonly Lent[];
      readonly onward: readonly Lent[];
      readonly reason: string;
    }
  | {
      readonly type: 'HandOverStarted';
      readonly id: string;
      readonly from: Member & { readonly roles: readonly string[]; readonly organisationId: string };
      readonly to?: Member;
      readonly reason: string;
    };

const member = ({ personId, membershipId }: Member) => ({ person: personId, membership: membershipId });

const lent = ({ id, from, to, roles, fromOn, untilOn }: Lent) => ({
  delegation: id,
  from: member(from),
  to: member(to),
  roles: [...roles],
  fromOn,
  untilOn,
});

/** What the journal keeps of it: ids, posts and days; of the reason its digest. */
export const keptDeskChange = (
  change: DeskChange,
  digestOf: (text: string) => string | undefined,
): Record<string, Json | undefined> => {
  const reason = digestOf(change.reason);
  switch (change.type) {
    case 'DelegationGiven':
    case 'DelegationRevoked':
      return { delegations: [lent(change.delegation)], reason };
    case 'DelegationsEnded':
      return { delegations: change.ended.map(lent), onward: change.onward.map(lent), reason };
    case 'HandOverStarted':
      return {
        handOver: change.id,
        subject: { ...member(change.from), organisation: change.from.organisationId },
        successor: change.to && member(change.to),
        roles: [...change.from.roles],
        reason,
      };
  }
};
