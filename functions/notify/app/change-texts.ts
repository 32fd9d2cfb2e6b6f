import type { PublishedChange } from '#functions/tenancy/app/administration-entry.ts';
import type { MessageTextView } from '#shared/contracts/messages.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import { eventLabels, tagFacts } from '../domain/describe-events.ts';
import { fillText } from '../domain/fill-text.ts';
import {
  defaultTexts,
  isMessageEvent,
  isUrgent,
  type MessageEvent,
  type MessageFacts,
  type MessageText,
  messageTags,
  tagWords,
} from '../domain/message-texts.ts';
import { checkText } from './check-texts.ts';
import type { TextStore } from './inbox-ports.ts';

const events = Object.keys(defaultTexts).filter(isMessageEvent);

/** Texts are the city's: its own administrator keeps them, nobody in a county does. */
const objectionTo = ({ tenant, roles }: Actor): Refusal | undefined =>
  isCityTenant(tenant) && roles.includes('tenant.admin')
    ? undefined
    : { code: 'not-allowed', detail: '消息文字由市级系统管理员维护。' };

const eventOf = (actor: Actor, event: string): Result<MessageEvent, Refusal> => {
  const objection = objectionTo(actor);
  if (objection) return refuse(objection);
  return isMessageEvent(event) ? accept(event) : refuse({ code: 'not-found', detail: '没有这种消息。' });
};

const problemsOf = (event: MessageEvent, text: MessageText): Refusal | undefined => {
  const problems = checkText(event, text);
  if (problems.length === 0) return undefined;
  return {
    code: 'message-text-invalid',
    detail: '请按下列提示修改后再保存。',
    errors: problems.map(({ field, code, message }) => ({ pointer: `/${field}`, code, message })),
  };
};

/** The city's texts beside the defaults, and what may stand in them. */
export const listTexts = async (store: TextStore, actor: Actor) => {
  const objection = objectionTo(actor);
  if (objection) return refuse(objection);
  const { version, texts } = await store.load(cityOf(actor.tenant));
  return accept({
    version,
    items: events.map((event): MessageTextView => {
      const ownText = texts[event];
      return {
        event,
        label: eventLabels[event],
        urgent: isUrgent(event),
        defaultText: defaultTexts[event],
        ...(ownText ? { ownText } : {}),
      };
    }),
    tags: messageTags.map((tag) => ({ tag: tagWords[tag], ...tagFacts[tag] })),
  });
};

interface Change {
  readonly actor: Actor;
  readonly event: string;
  readonly expectedVersion: number;
  readonly at: string;
}

const change = async (
  store: TextStore,
  { actor, expectedVersion, at }: Change,
  event: MessageEvent,
  /** Absent: the default. */
  own?: MessageText,
): Promise<Result<{ version: number }, Refusal>> => {
  const { version, texts } = await store.load(cityOf(actor.tenant));
  const { [event]: _before, ...others } = texts;
  const change: PublishedChange = {
    type: own ? 'MessageTextReplaced' : 'MessageTextRestored',
    title: eventLabels[event],
    version: version + 1,
    digest: sm3Hex(canonicalJson({ ...(own ?? defaultTexts[event]) })),
  };
  const next = own ? { ...others, [event]: own } : others;
  const outcome =
    version === expectedVersion ? await store.replace(actor, next, { version, at, change }) : 'moved';
  if (outcome === 'written') return accept({ version: version + 1 });
  return refuse(actorRefusal([outcome]) ?? { code: 'message-texts-moved', detail: '请刷新后重新修改。' });
};

/** Puts a city's own text in place of the default; refused where nothing could fill it in. */
export const saveText = async (
  store: TextStore,
  asked: Change,
  text: MessageText,
): Promise<Result<{ version: number }, Refusal>> => {
  const event = eventOf(asked.actor, asked.event);
  if (!event.ok) return event;
  const problems = problemsOf(event.value, text);
  return problems ? refuse(problems) : change(store, asked, event.value, text);
};

/** 恢复默认: the default speaks again. */
export const restoreText = async (
  store: TextStore,
  asked: Change,
): Promise<Result<{ version: number }, Refusal>> => {
  const event = eventOf(asked.actor, asked.event);
  return event.ok ? change(store, asked, event.value) : event;
};

const samples: MessageFacts = Object.fromEntries(messageTags.map((tag) => [tag, tagFacts[tag].sample]));

/** The text with sample facts in it, checked like one that is saved. */
export const previewText = (actor: Actor, of: string, text: MessageText): Result<MessageText, Refusal> => {
  const event = eventOf(actor, of);
  if (!event.ok) return event;
  const problems = problemsOf(event.value, text);
  return problems ? refuse(problems) : accept(fillText(text, samples));
};
