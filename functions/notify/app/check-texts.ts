import { tagOf, tagsOf, unknownTags } from '../domain/fill-text.ts';
import {
  isMessageEvent,
  type MessageEvent,
  type MessageTag,
  type MessageText,
  tagWords,
} from '../domain/message-texts.ts';

/** What is wrong with one part of a text, in Chinese. */
export interface TextProblem {
  readonly field: 'title' | 'text';
  readonly code: 'unknown-tag' | 'code-missing' | 'secret-in-title';
  readonly message: string;
}

const fields = ['title', 'text'] as const;

const secret: ReadonlySet<MessageTag | undefined> = new Set<MessageTag>(['link', 'code']);

/** Why a text may not stand for an event; empty when it may. */
export const checkText = (event: MessageEvent, text: MessageText): readonly TextProblem[] => [
  ...fields.flatMap((field) =>
    unknownTags(text[field]).map(
      (tag): TextProblem => ({ field, code: 'unknown-tag', message: `{${tag}} 无法填写，请删除。` }),
    ),
  ),
  ...tagsOf(text.title)
    .filter((word) => secret.has(tagOf(word)))
    .map(
      (tag): TextProblem => ({
        field: 'title',
        code: 'secret-in-title',
        message: `标题会显示在锁屏上，不能含有 {${tag}}，请移到正文。`,
      }),
    ),
  ...(event === 'link.code' && !tagsOf(text.text).includes(tagWords.code)
    ? [{ field: 'text', code: 'code-missing', message: `必须含有 {${tagWords.code}}。` } as const]
    : []),
];

/** What is wrong with a city's own texts given as a whole; empty when they may be put in place. */
export const checkTexts = (texts: Readonly<Record<string, MessageText>>): readonly string[] =>
  Object.entries(texts).flatMap(([event, text]) =>
    isMessageEvent(event)
      ? checkText(event, text).map(({ message }) => `“${event}”：${message}`)
      : [`没有消息“${event}”，请删除。`],
  );
