import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { ChooseMembershipPage } from '../pages/choose-membership-page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { chosenOf, keepChosenMembership, readChosenMembership } from './chosen-membership.ts';
import { meQuery } from './me-query.ts';
import { type SignedIn, SignedInContext } from './signed-in.ts';

interface GateProps {
  /** Subject of who signed in. */
  readonly person: string;
  readonly children: ReactNode;
}

/** Reads who signed in; with several memberships the person says for which body they act now. */
export const MembershipGate = ({ person, children }: GateProps) => {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(readChosenMembership);
  const me = useQuery(meQuery(person));
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
