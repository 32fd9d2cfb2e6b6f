import { type ApplicationForm, isObject, valueAt } from '#shared/regulation/application/application-form.ts';
import type { FormField } from '#shared/regulation/form-spec.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import { wordsOf } from './fill-sections.ts';

/** One field that differs from the round before, in the words of the form. */
export interface FieldChange {
  readonly section: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const shortest = 80;

const shorten = (text: string): string =>
  [...text].length > shortest ? `${[...text].slice(0, shortest).join('')}…` : text;

const rowCount = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const rowsChanged = (before: unknown, after: unknown): number => {
  const [old, now] = [before, after].map((value): readonly unknown[] => (Array.isArray(value) ? value : []));
  if (!old || !now) return 0;
  return Array.from({ length: Math.max(old.length, now.length) }).filter(
    (_, row) => JSON.stringify(old[row]) !== JSON.stringify(now[row]),
  ).length;
};

/** Where a long text differs: the part that both share is cut away, so that the eye falls on what is new. */
const fromFirstDifference = (text: string, other: string): string => {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  return same > 30 ? `…${text.slice(same - 12)}` : text;
};

const changeOf = (
  field: FormField,
  before: unknown,
  after: unknown,
): Pick<FieldChange, 'before' | 'after'> => {
  if (field.kind === 'table')
    return {
      before: `${rowCount(before)} 行`,
      after: `${rowCount(after)} 行，其中 ${rowsChanged(before, after)} 行有改动`,
    };
  const [old, now] = [wordsOf(field, before), wordsOf(field, after)];
  return { before: shorten(fromFirstDifference(old, now)), after: shorten(fromFirstDifference(now, old)) };
};

const personalSection = 'contacts';

/** Which fields differ between two rounds of the form; contacts are told to have changed, not how. */
export const describeChanges = (
  rules: CloudApplicationRules,
  before: ApplicationForm,
  after: ApplicationForm,
): readonly FieldChange[] =>
  rules.form.sections.flatMap((section) =>
    section.fields.flatMap((field): FieldChange[] => {
      const pointer = `/${section.id}/${field.id}`;
      const [old, now] = [valueAt(before, pointer), valueAt(after, pointer)];
      if (JSON.stringify(old) === JSON.stringify(now)) return [];
      const change =
        section.id === personalSection || isObject(now)
          ? { before: '', after: '有改动' }
          : changeOf(field, old, now);
      return [{ section: section.title, label: field.label, ...change }];
    }),
  );
