import {
  type MessageFacts,
  type MessageTag,
  type MessageText,
  messageTags,
  tagWords,
} from './message-texts.ts';

const tagPattern = /\{([^{}]*)\}/g;

/** The tag that a word between braces stands for. */
export const tagOf = (word: string): MessageTag | undefined =>
  messageTags.find((tag) => tagWords[tag] === word);

/** Whatever a text has between braces. */
export const tagsOf = (text: string): readonly string[] =>
  [...text.matchAll(tagPattern)].map(([, tag = '']) => tag);

/** Tags of a text that nothing can fill in. */
export const unknownTags = (text: string): readonly string[] =>
  tagsOf(text).filter((word) => tagOf(word) === undefined);

const fill = (pattern: string, facts: MessageFacts): string =>
  pattern.replace(tagPattern, (_, word: string) => {
    const tag = tagOf(word);
    return (tag && facts[tag]) ?? '';
  });

export const fillText = ({ title, text }: MessageText, facts: MessageFacts): MessageText => ({
  title: fill(title, facts),
  text: fill(text, facts).trim(),
});
