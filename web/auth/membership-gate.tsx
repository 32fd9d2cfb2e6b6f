import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { MeView } from '#shared/contracts/me.ts';
import { callOperation } from '../api/call-operation.ts';
import { ChooseMembershipPage } from '../pages/choose-membership-page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { keepChosenMembership, readChosenMembership } from './chosen-membership.ts';
import { type SignedIn, SignedInContext } from './signed-in.ts';

interface GateProps {
  /** Subject of who signed in. */
  readonly person: string;
  readonly children: ReactNode;
}

const chosenOf = (me: MeView | undefined, chosen: string | undefined) =>
  me?.memberships.length === 1 ? me.memberships[0] : me?.memberships.find(({ id }) => id === chosen);

/** Reads who signed in; with several memberships the person says for which body they act now. */
export const MembershipGate = ({ person, children }: GateProps) => {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(readChosenMembership);
  const me = useQuery({
    queryKey: ['me', person],
    queryFn: ({ signal }) => callOperation('getMe', {}, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const membership = chosenOf(me.data, chosen);
  const signedIn = useMemo((): SignedIn | undefined => {
    if (!me.data || !membership) return undefined;
    return {
      ...me.data,
      membership,
      caller: { membership: membership.id },
      leaveMembership: () => {
        keepChosenMembership(undefined);
        setChosen(undefined);
        queries.removeQueries({ queryKey: [membership.id] });
      },
    };
  }, [me.data, membership, queries]);

  const choose = (id: string) => {
    keepChosenMembership(id);
    setChosen(id);
  };
  if (signedIn) return <SignedInContext value={signedIn}>{children}</SignedInContext>;
  if (me.error)
    return (
      <main className="content">
        <ProblemPanel error={me.error} onRetry={me.refetch} />
      </main>
    );
  return me.data ? <ChooseMembershipPage me={me.data} onChoose={choose} /> : <PageSkeleton />;
};
