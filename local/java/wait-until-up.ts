import { setTimeout as pause } from 'node:timers/promises';

/** Resolves as soon as `endpoint` gives any HTTP answer; rejects after `limitMs` or when `hasEnded` says so. */
export async function waitUntilUp(
  endpoint: string,
  hasEnded: () => string | undefined,
  limitMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    const ended = hasEnded();
    if (ended !== undefined) throw new Error(ended);
    const up = await fetch(endpoint, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (up) return;
    await pause(40);
  }
  throw new Error(`DynamoDB Local did not answer on ${endpoint} within ${limitMs} ms`);
}
