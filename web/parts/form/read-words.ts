import type { FieldWords } from './form-words.ts';

export const labelOfField = (words: FieldWords): string => {
  if (typeof words === 'string') return words;
  return 'columns' in words ? words.label : words[0];
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A stored value as people read it; an empty one is the empty string. */
export const showValue = (words: FieldWords, value: unknown): string => {
  if (isEmpty(value)) return '';
  if (Array.isArray(value)) return value.map((part) => showValue(words, part)).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  const choices = typeof words === 'object' && !('columns' in words) ? words[1] : {};
  return choices[String(value)] ?? String(value);
};
