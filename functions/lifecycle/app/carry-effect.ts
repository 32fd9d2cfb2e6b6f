import type { Effect } from '#shared/aggregate/aggregate.ts';
import { log } from '#shared/log/log.ts';

/** A marker of something that follows elsewhere, by its key. */
export interface EffectKey {
  readonly pk: string;
  readonly sk: string;
}

export type Marked = Effect;

export interface EffectStore {
  /** Undefined when it has been carried on already. */
  load(key: EffectKey): Promise<Marked | undefined>;
  clear(key: EffectKey): Promise<void>;
  /** Lets it lie until then, in business time; the sweep brings it back. */
  hold(key: EffectKey, until: Date): Promise<void>;
}

/** What carries effects on, by their kind; each may be asked again for the same effect and then changes nothing. */
export type EffectHandlers = Readonly<Record<string, (effect: Marked) => Promise<void>>>;

/**
 * Carries one effect on and clears its marker; one whose time has not come waits for it.
 * @throws when nobody carries its kind on, or whoever does cannot now; the marker stays
 */
export const carryEffect = async (
  { effects, clock }: { readonly effects: EffectStore; readonly clock: { now(): Date } },
  handlers: EffectHandlers,
  key: EffectKey,
): Promise<void> => {
  const effect = await effects.load(key);
  if (!effect) return;
  const { notBefore } = effect;
  if (notBefore !== undefined && clock.now().toISOString() < notBefore)
    return effects.hold(key, new Date(notBefore));
  const handler = Object.hasOwn(handlers, effect.kind) ? handlers[effect.kind] : undefined;
  if (!handler) throw new Error(`nobody carries on ${effect.kind}`);
  await handler(effect);
  await effects.clear(key);
  log.info('effect.done', { kind: effect.kind, marker: key.sk });
};
