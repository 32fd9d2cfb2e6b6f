import { type ReactNode, useSyncExternalStore } from 'react';
import { SignInPage } from '../pages/sign-in-page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { MembershipGate } from './membership-gate.tsx';
import { sessionState, subscribeSession } from './session-store.ts';

/** Lets through whoever is signed in under one membership; shows what is missing otherwise. */
export const SessionGate = ({ children }: { readonly children: ReactNode }) => {
  const state = useSyncExternalStore(subscribeSession, sessionState);
  if (state.phase === 'restoring') return <PageSkeleton />;
  if (state.phase === 'signedOut') return <SignInPage returnTo={state.returnTo} notice={state.notice} />;
  return <MembershipGate person={state.person}>{children}</MembershipGate>;
};
