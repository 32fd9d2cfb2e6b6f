import { ProblemError } from '../api/problem-error.ts';
import type { ShownProblem } from '../api/read-problem.ts';
import type { Session } from './session-api.ts';

interface KeeperOptions {
  /** @throws ProblemError when there is no session to go on with */
  readonly refresh: (refused: boolean) => Promise<Session>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What a keeper tells. */
export interface KeeperListener {
  /** A new token came, after a time without one perhaps. */
  readonly renewed?: () => void;
  /** The browser's session is another person's by now. */
  readonly replaced?: () => void;
}

/** A token is asked for so long before it runs out: the request must arrive with it. */
const marginMs = 10_000;
/** Share of its life after which a token is renewed before anybody needs it. */
const dueShare = 0.8;

interface Held extends Session {
  readonly since: number;
}

/** Holds a page's access token and renews it: one request at a time, whoever asks. */
export class SessionKeeper {
  private readonly options: KeeperOptions;
  private readonly listeners = new Set<KeeperListener>();
  private held: Held | undefined;
  private running: Promise<boolean> | undefined;
  private missing: ShownProblem | undefined;

  constructor(options: KeeperOptions) {
    this.options = options;
  }

  readonly listen = (listener: KeeperListener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  take(session: Session): void {
    this.held = { ...session, since: this.options.now() };
    this.missing = undefined;
  }

  forget(): void {
    this.held = undefined;
  }

  get person(): string | undefined {
    return this.held?.person;
  }

  /** Why the last renewal gave nothing; undefined while all is well. */
  get problem(): ShownProblem | undefined {
    return this.missing;
  }

  /** When the token is best renewed in the background, and since when it is held; epoch milliseconds. */
  get due(): { readonly at: number; readonly since: number } | undefined {
    return (
      this.held && {
        at: this.held.since + this.held.expiresIn * 1000 * dueShare,
        since: this.held.since,
      }
    );
  }

  /** The token for a request; renewed first when it is about to run out. Empty once there is none. */
  async token(): Promise<string> {
    const { held } = this;
    if (held && this.options.now() + marginMs < held.since + held.expiresIn * 1000) return held.accessToken;
    await this.renew(false);
    return this.held?.accessToken ?? '';
  }

  /** Whether there is a token to go on with. @param refused the API turned away the one that is held */
  renew(refused: boolean): Promise<boolean> {
    this.running ??= this.ask(refused).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async ask(refused: boolean): Promise<boolean> {
    try {
      const session = await this.options.refresh(refused);
      if (this.held && this.held.person !== session.person) {
        this.forget();
        for (const { replaced } of this.listeners) replaced?.();
        return false;
      }
      this.take(session);
      for (const { renewed } of this.listeners) renewed?.();
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.missing = error.problem;
      return false;
    }
  }
}
