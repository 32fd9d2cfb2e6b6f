import { expect } from 'vitest';

/** Sets the embedded system's business clock; days before now are negative. */
export const shiftClock = async (system: { readonly baseUrl: string }, days: number): Promise<void> => {
  const body = days === 0 ? { reset: true } : { shiftMs: days * 86_400_000 };
  const answer = await fetch(`${system.baseUrl}/_local/clock`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};
