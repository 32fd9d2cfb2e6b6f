import { createHash } from 'node:crypto';
import type { Actor } from '#shared/kernel/actor.ts';
import { type ActorFact, actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { BusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';

/** 责任书文本, by version; what has been put in is never changed. */
export interface LetterText {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  /** SHA-256 of title and text, hexadecimal. */
  readonly digest: string;
}

export interface LetterTextStore {
  inForce(city: string): Promise<LetterText | undefined>;
  /** Puts it in force, while the actor may, and enters it in the city's journal of administration. */
  put(actor: Actor, text: LetterText & { readonly at: string }): Promise<'written' | 'moved' | ActorFact>;
}

export interface LetterTextServices {
  readonly letters: LetterTextStore;
  readonly clock: BusinessClock;
}

type View = { version: number; title?: string; text?: string; digest?: string };

const refusalOf = (actor: Actor): Refusal | undefined =>
  isCityTenant(actor.tenant) && actor.roles.includes('tenant.admin')
    ? undefined
    : { code: 'not-allowed', detail: '责任书文本由市级系统管理员录入。' };

const moved: Refusal = { code: 'letter-moved', detail: '责任书文本已被他人更新，请刷新后再录入。' };

export const viewLetterText = async (
  { letters }: LetterTextServices,
  actor: Actor,
): Promise<Result<View, Refusal>> => {
  const refusal = refusalOf(actor);
  if (refusal) return refuse(refusal);
  const inForce = await letters.inForce(cityOf(actor.tenant));
  return accept(inForce ? { ...inForce } : { version: 0 });
};

/** 录入新版本, over the version that the administrator saw; the same text again is refused. */
export const saveLetterText = async (
  { letters, clock }: LetterTextServices,
  actor: Actor,
  { title, text, expected }: { readonly title: string; readonly text: string; readonly expected: number },
): Promise<Result<View, Refusal>> => {
  const refusal = refusalOf(actor);
  if (refusal) return refuse(refusal);
  const inForce = await letters.inForce(cityOf(actor.tenant));
  if ((inForce?.version ?? 0) !== expected) return refuse(moved);
  const digest = createHash('sha256').update(`${title}\n${text}`).digest('hex');
  if (inForce?.digest === digest)
    return refuse({ code: 'template-refused', detail: '文本与现行版本相同，不需要重新录入。' });
  const next = { version: expected + 1, title, text, digest };
  const outcome = await letters.put(actor, { ...next, at: clock.now().toISOString() });
  if (outcome === 'written') return accept(next);
  return refuse(actorRefusal([outcome]) ?? moved);
};
