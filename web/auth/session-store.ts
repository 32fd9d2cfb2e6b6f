import { useSyncExternalStore } from 'react';
import { beginSignIn, endSession, finishSignIn, refusalOf, type Session, signInPath } from './openid.ts';
import { takePendingSignIn } from './pending-sign-in.ts';

export type SessionState =
  /** Asking the provider, or on the way to it. */
  | { readonly phase: 'restoring' }
  /** `notice`: a Chinese sentence when something went wrong on the way. */
  | { readonly phase: 'signedOut'; readonly returnTo: string; readonly notice?: string }
  | { readonly phase: 'signedIn'; readonly session: Session };

let state: SessionState = { phase: 'restoring' };
const listeners = new Set<() => void>();

const change = (next: SessionState): void => {
  state = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): SessionState => useSyncExternalStore(subscribe, () => state);

const unreachableNotice = '登录服务暂时无法访问，请稍后重试；仍不成功时请联系系统管理员。';
const brokenNotice = '这次登录没有完成（可能停留过久或重复打开），请重新登录。';

const herePath = (): string => `${window.location.pathname}${window.location.search}`;

const leaveFor = async (returnTo: string, prompt: 'silent' | 'ask'): Promise<void> => {
  change({ phase: 'restoring' });
  await beginSignIn(returnTo, prompt).catch(() =>
    change({ phase: 'signedOut', returnTo, notice: unreachableNotice }),
  );
};

const finish = async (): Promise<void> => {
  const answer = new URL(window.location.href);
  const pending = takePendingSignIn();
  const returnTo = pending?.returnTo ?? '/';
  window.history.replaceState(null, '', returnTo);
  if (!pending) return change({ phase: 'signedOut', returnTo, notice: brokenNotice });
  try {
    change({ phase: 'signedIn', session: await finishSignIn(answer, pending) });
  } catch (error) {
    // A silent attempt without a session at the provider is no fault: the sign-in page is the answer.
    const quiet = refusalOf(error) === 'login_required';
    change({ phase: 'signedOut', returnTo, ...(quiet ? {} : { notice: brokenNotice }) });
  }
};

/**
 * Runs once per page load: takes the provider's answer, or restores the session by a silent redirect.
 * `show` is called when there is something to show, not while the page is only passing through.
 */
export const startSession = (show: () => void): void => {
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && state.phase === 'restoring') window.location.reload();
  });
  if (window.location.pathname === signInPath) {
    void finish();
    show();
    return;
  }
  void leaveFor(herePath(), 'silent').then(() => {
    if (state.phase !== 'restoring') show();
  });
};

/** The person pressed 登录. */
export const signIn = (returnTo: string): Promise<void> => leaveFor(returnTo, 'ask');

/** The access token ran out: the provider's session usually still stands, so nobody is asked anything. */
export const renewSession = (): Promise<void> => leaveFor(herePath(), 'silent');

/** Forgets the tokens and ends the provider's session. */
export const signOut = async (): Promise<void> => {
  const ended = state;
  change({ phase: 'restoring' });
  if (ended.phase === 'signedIn')
    await endSession(ended.session).catch(() =>
      change({
        phase: 'signedOut',
        returnTo: '/',
        notice: '本页已退出，但登录服务未能一并退出；在公用电脑上请关闭浏览器。',
      }),
    );
};
