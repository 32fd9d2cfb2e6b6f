import { ProblemError } from '../api/problem-error.ts';
import { forgetAllKept } from '../parts/fill/kept-drafts.ts';
import { renewInBackground } from './background-renewal.ts';
import { finishWorks } from './before-signing-out.ts';
import { beginSignIn, type Prompt, signInPath } from './openid.ts';
import { hearOtherTabs, tellOtherTabs } from './other-tabs.ts';
import { takePendingSignIn } from './pending-sign-in.ts';
import { askSession, type Session } from './session-api.ts';
import { SessionKeeper } from './session-keeper.ts';

export type SessionState =
  /** Asking for the session, or on the way to the issuer. */
  | { readonly phase: 'restoring' }
  /** `notice`: a Chinese sentence when something went wrong on the way; `prompt`: how 登录 asks the issuer. */
  | {
      readonly phase: 'signedOut';
      readonly returnTo: string;
      readonly notice?: string;
      readonly prompt: Exclude<Prompt, 'silent'>;
    }
  | { readonly phase: 'signedIn'; readonly person: string };

let state: SessionState = { phase: 'restoring' };
const listeners = new Set<() => void>();

const change = (next: SessionState): void => {
  state = next;
  for (const listener of listeners) listener();
};

export const subscribeSession = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const sessionState = (): SessionState => state;

/** The access token of this page, in memory only. */
export const session = new SessionKeeper({
  refresh: (refused) => askSession('refresh', refused ? { refused } : {}),
  now: () => Date.now(),
});

const notices = {
  unreachable: '登录服务暂时无法访问，请稍后重试；仍不成功时请联系系统管理员。',
  broken: '这次登录没有完成（可能停留过久或重复打开），请重新登录。',
  elsewhere: '您已在另一个页面退出登录。',
  replaced: '另一个页面已换人登录，为避免混用，本页已退出。',
  issuerStays: '已退出本系统，但统一身份认证仍保持登录；在公用电脑上请关闭浏览器。',
  notEnded: '退出没有完成，请检查网络后重试；在公用电脑上请关闭浏览器。',
} as const;

/** Sessions that ended for the person's safety: who goes on shows the issuer anew who they are. */
const endedForSafety: ReadonlySet<string> = new Set(['session-idle', 'session-over', 'session-ended']);

const herePath = (): string => `${window.location.pathname}${window.location.search}`;

const signedOut = (returnTo: string, notice?: string, prompt: Exclude<Prompt, 'silent'> = 'ask'): void =>
  change({ phase: 'signedOut', returnTo, prompt, ...(notice === undefined ? {} : { notice }) });

const leaveFor = async (returnTo: string, prompt: Prompt): Promise<void> => {
  change({ phase: 'restoring' });
  await beginSignIn(returnTo, prompt).catch(() => signedOut(returnTo, notices.unreachable));
};

const enter = (opened: Session): void => {
  session.take(opened);
  change({ phase: 'signedIn', person: opened.person });
};

const problemOf = (error: unknown) => {
  if (error instanceof ProblemError) return error.problem;
  throw error;
};

const finish = async (): Promise<void> => {
  const answer = new URL(window.location.href);
  const pending = takePendingSignIn();
  const { returnTo = '/', ...kept } = pending ?? {};
  window.history.replaceState(null, '', returnTo);
  // A silent attempt without a session at the issuer is no fault: the sign-in page is the answer.
  if (answer.searchParams.get('error') === 'login_required') return signedOut(returnTo);
  if (!pending) return signedOut(returnTo, notices.broken);
  try {
    const opened = await askSession('exchange', { ...kept, answer: answer.search.slice(1) });
    enter(opened);
    tellOtherTabs({ kind: 'signedIn', person: opened.person });
  } catch (error) {
    const { code, detail, status } = problemOf(error);
    const again = status === 401 ? detail : notices.unreachable;
    signedOut(returnTo, again, endedForSafety.has(code) ? 'anew' : 'ask');
  }
};

const restore = async (): Promise<void> => {
  try {
    enter(await askSession('refresh', {}));
  } catch (error) {
    const { code, detail, status } = problemOf(error);
    if (endedForSafety.has(code)) return signedOut(herePath(), detail, 'anew');
    if (status !== 401) return signedOut(herePath(), notices.unreachable);
    await leaveFor(herePath(), 'silent');
  }
};

const watch = (): void => {
  session.listen({ replaced: () => signedOut('/', notices.replaced) });
  renewInBackground(session);
  hearOtherTabs((news) => {
    if (state.phase !== 'signedIn') return;
    if (news.kind === 'signedOut') {
      session.forget();
      forgetAllKept();
      return signedOut('/', notices.elsewhere);
    }
    if (news.person !== session.person) {
      session.forget();
      return signedOut('/', notices.replaced);
    }
    if (session.problem) void session.renew(false);
  });
};

/**
 * Runs once per page load: takes the issuer's answer, or restores the session by its cookie, else by a silent redirect.
 * `entered` hears at once who is signed in, before there is anything on the screen.
 */
export const startSession = (entered: (person: string) => void): void => {
  listeners.add(() => {
    if (state.phase === 'signedIn') entered(state.person);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && state.phase === 'restoring') window.location.reload();
  });
  watch();
  if (window.location.pathname === signInPath) {
    void finish();
    return;
  }
  void restore();
};

/** The person pressed 登录. */
export const signIn = (returnTo: string): Promise<void> =>
  leaveFor(returnTo, state.phase === 'signedOut' ? state.prompt : 'ask');

/** The session can't be gone on with: the page is left for the issuer, which asks nobody anything where it need not. */
export const signInAgain = (): Promise<void> =>
  leaveFor(herePath(), endedForSafety.has(session.problem?.code ?? '') ? 'anew' : 'silent');

/** Ends the session, of this browser or of all the person's devices, and then the issuer's own. */
export const signOut = async (where: 'here' | 'everywhere' = 'here'): Promise<void> => {
  await finishWorks();
  try {
    const { leaveTo } = await askSession(where === 'here' ? 'end' : 'end-everywhere', {});
    session.forget();
    forgetAllKept();
    tellOtherTabs({ kind: 'signedOut' });
    if (leaveTo === undefined) return signedOut('/', notices.issuerStays, 'anew');
    change({ phase: 'restoring' });
    window.location.assign(leaveTo);
  } catch (error) {
    const { code, detail } = problemOf(error);
    if (!endedForSafety.has(code) && code !== 'session-missing')
      return signedOut(herePath(), notices.notEnded);
    session.forget();
    signedOut('/', detail, 'anew');
  }
};
