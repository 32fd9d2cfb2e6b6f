import { createContext, useContext } from 'react';
import type { MeView } from '#shared/contracts/me.ts';
import type { Caller } from '../api/call-operation.ts';

type Membership = MeView['memberships'][number];

/** Who is at the screen and for which body they act. */
export interface SignedIn {
  readonly person: MeView['person'];
  readonly memberships: readonly Membership[];
  readonly membership: Membership;
  readonly caller: Caller & { readonly membership: string };
  /** Back to the choice of membership. */
  readonly leaveMembership: () => void;
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

/** Only below the session gate. */
export const useSignedIn = (): SignedIn => {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('useSignedIn outside the session gate');
  return signedIn;
};
