import type { SessionKeeper } from './session-keeper.ts';

/** After an attempt the next one waits, whatever came of it. */
const pauseMs = 30_000;
const lookEveryMs = 15_000;

/**
 * Renews the token before it runs out, as long as somebody works at the page. Where nobody does, the session is left to
 * become idle; whoever comes back in time goes on by the next request.
 */
export const renewInBackground = (keeper: SessionKeeper): void => {
  let activeAt = 0;
  let notBefore = 0;
  const look = (): void => {
    const { due } = keeper;
    const now = Date.now();
    if (!due || now < due.at || now < notBefore || activeAt < due.since) return;
    notBefore = now + pauseMs;
    void keeper.renew(false);
  };
  const noteActivity = (): void => {
    activeAt = Date.now();
    look();
  };
  for (const kind of ['pointerdown', 'keydown'])
    window.addEventListener(kind, noteActivity, { capture: true });
  setInterval(look, lookEveryMs);
};
