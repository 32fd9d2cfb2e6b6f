import { isMessageEvent, type MessageText, unknownTags } from '../domain/message-texts.ts';

/** What is wrong with a city's own texts, in Chinese; empty when they may be put in place. */
export const checkTexts = (texts: Readonly<Record<string, MessageText>>): readonly string[] =>
  Object.entries(texts).flatMap(([event, text]) => [
    ...(isMessageEvent(event) ? [] : [`没有消息“${event}”，请删除。`]),
    ...unknownTags(text).map((tag) => `“${event}”中的 {${tag}} 无法填写，请删除。`),
    ...(event === 'link.code' && !text.text.includes('{code}') ? ['“link.code”必须含有 {code}。'] : []),
  ]);
