import { randomUUID } from 'node:crypto';
import type { DraftView } from '#shared/contracts/catalogue-versions.ts';
import { ask, askerOf } from './ask.ts';

/** Sees to it that the city of somebody who drafts its catalogue has a draft; the one that there is stays. */
export const seeDrafted = async (system: Parameters<typeof ask>[0], user: string): Promise<void> => {
  const asker = await askerOf(system, user);
  const path = '/v1/catalogue-draft';
  const { draft, base, version } = (await ask(system, asker, 'GET', path)).body as DraftView;
  if (draft) return;
  const body = { effectiveFrom: '2039-01-01', products: base?.products ?? [] };
  const { status, text } = await ask(system, asker, 'PUT', path, {
    body,
    ifMatch: version,
    key: randomUUID(),
  });
  if (status !== 200) throw new Error(text);
};
