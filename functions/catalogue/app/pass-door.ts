import type { CatalogueAnswer } from '#shared/contracts/catalogue-versions.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { productKinds } from '#shared/regulation/product-kinds.ts';
import type { CatalogueRules, ProductKind } from '#shared/regulation/profile.ts';
import { type CatalogueEvent, evolveCatalogue } from '../domain/catalogue-events.ts';
import { type CatalogueVerb, refusedVerb } from '../domain/who-may.ts';
import { nextEntry } from './journal-entry.ts';
import type { CatalogueCommit, CatalogueServices, CatalogueStore, LoadedCatalogue } from './ports.ts';

/** What a command of the catalogue was asked with; without a key where asking again changes nothing. */
export type CatalogueAsked = Pick<Asked, 'actor' | 'operation' | 'request'> &
  Partial<Pick<Asked, 'idempotencyKey'>> & { readonly expectedVersion: number };

/** What a command leaves to be written. */
export interface CommandWrites extends Pick<CatalogueCommit, 'draft' | 'record' | 'standards'> {
  readonly event: CatalogueEvent;
  /** The version that it is about. */
  readonly label?: string;
}

export interface CommandContext {
  readonly loaded: LoadedCatalogue;
  readonly rules: CatalogueRules;
  /** Business time, ISO. */
  readonly at: string;
}

type Decide = (context: CommandContext) => Promise<Result<CommandWrites, Refusal>>;
type Answer = Result<CatalogueAnswer, Refusal>;

/** The rules of the actor's city. */
export const rulesFor = (actor: Pick<Actor, 'tenant'>): CatalogueRules | undefined =>
  profileOf(cityOf(actor.tenant))?.catalogue;

/** Kinds of product in the city's words. */
export const kindsOf = ({ kindNames = {} }: CatalogueRules) =>
  Object.entries({ ...productKinds, ...kindNames }).map(([kind, label]) => ({
    kind: kind as ProductKind,
    label,
  }));

export const noRules: Refusal = { code: 'not-offered', detail: '本市尚未开通统一服务目录。' };

const moved: Refusal = {
  code: 'catalogue-moved',
  detail: '在您查看之后有人保存、发布或登记了目录。请刷新后在最新内容上再办，您填写的内容不会自动覆盖。',
};

type Scope = ReturnType<typeof scopeOf>;

/** The first answer again; without one, or where nothing keeps it, the refusal. */
const refuseUnlessRepeated = async (
  store: CatalogueStore,
  scope: Scope | undefined,
  refusal: Refusal,
): Promise<Answer> => {
  const record = scope && (await store.findIdempotency(scope));
  return record ? replayed<CatalogueAnswer>(record, scope.digest) : refuse(refusal);
};

/**
 * The one door of the catalogue: rights by the city's rules, the version that the person saw, the decision, and one
 * transaction with its journal entry.
 */
export const passDoor = async (
  { store, clock }: CatalogueServices,
  asked: CatalogueAsked,
  verb: CatalogueVerb,
  decide: Decide,
): Promise<Answer> => {
  const { actor, idempotencyKey } = asked;
  const rules = rulesFor(actor);
  if (!rules) return refuse(noRules);
  const denied = refusedVerb(rules, actor, verb);
  if (denied) return refuse(denied);
  const scope = idempotencyKey === undefined ? undefined : scopeOf({ ...asked, idempotencyKey });
  const loaded = await store.load(cityOf(actor.tenant));
  if (loaded.state.version !== asked.expectedVersion) return refuseUnlessRepeated(store, scope, moved);
  const at = clock.now().toISOString();
  const decided = await decide({ loaded, rules, at });
  if (!decided.ok) return refuseUnlessRepeated(store, scope, decided.refusal);

  const { event, label, ...writes } = decided.value;
  const after = evolveCatalogue(loaded.state, event, shanghaiDateOf(new Date(at)));
  const answer: CatalogueAnswer = { version: after.version, ...(label === undefined ? {} : { label }) };
  const outcome = await store.commit({
    before: loaded,
    after,
    entry: nextEntry(loaded.head, { at, event, actor }),
    actor,
    ...writes,
    ...(scope ? { idempotency: { ...scope, answer: JSON.stringify(answer) } } : {}),
  });
  if (outcome.written) return accept(answer);
  return refuseUnlessRepeated(store, scope, actorRefusal(outcome.failed) ?? moved);
};
