import { ProblemError } from '../api/problem-error.ts';
import { readProblem, unreachable } from '../api/read-problem.ts';

/** What a page holds of its session, in memory only; the rest is in a cookie that no script sees. */
export interface Session {
  readonly accessToken: string;
  /** Seconds from now that the access token lives; a wrong clock at the desk does not matter. */
  readonly expiresIn: number;
  /** Subject of the person. */
  readonly person: string;
}

/** Where to go to end the issuer's own session too, when it has such a place. */
export interface Ended {
  readonly leaveTo?: string;
}

interface Answers {
  readonly exchange: Session;
  readonly refresh: Session;
  readonly end: Ended;
  readonly 'end-everywhere': Ended;
}

/** Asks the session function. @throws ProblemError, whose code says why there is no session */
export const askSession = async <What extends keyof Answers>(
  what: What,
  body: Readonly<Record<string, unknown>>,
): Promise<Answers[What]> => {
  const response = await fetch(`/session/${what}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-session': '1' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ProblemError(unreachable);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ProblemError(readProblem(response.status, answer));
  return answer as Answers[What];
};
