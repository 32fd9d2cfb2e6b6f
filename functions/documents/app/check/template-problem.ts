import type { FieldRefusal } from '#shared/kernel/refusal.ts';

/** One thing that is wrong with a template, in words for whoever wrote it. */
export const templateProblem = (code: string, message: string): FieldRefusal => ({
  pointer: '/content',
  code: `template-${code}`,
  message,
});

/** What a template says of itself, short enough to be quoted in a sentence. */
export const quoted = (text: string): string => {
  const shown = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return `“${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}”`;
};
