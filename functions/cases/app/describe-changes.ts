import type { FieldChange } from '#shared/contracts/cases.ts';
import { type ApplicationForm, isObject, valueAt } from '#shared/regulation/application/application-form.ts';
import type { FormField } from '#shared/regulation/form-spec.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import { describeRows, type ProductNames } from './describe-rows.ts';
import { titleOf, wordsOf } from './fill-sections.ts';

type Change = Omit<FieldChange, 'sectionId' | 'section' | 'label'>;

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

const contextLength = 12;

/** Only what differs, behind the last words that both have in common. */
const differenceOf = (old: string, now: string): Change => {
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  if (same < contextLength * 2) return { context: '', before: shorten(old), after: shorten(now) };
  return {
    context: `…${old.slice(same - contextLength, same)}`,
    before: shorten(old.slice(same)),
    after: shorten(now.slice(same)),
  };
};

const changeOf = (field: FormField, before: unknown, after: unknown, products: ProductNames): Change =>
  field.kind === 'table'
    ? {
        context: '',
        before: `${rowCount(before)} 行`,
        after: `${rowCount(after)} 行，其中 ${rowsChanged(before, after)} 行有改动`,
        rows: [...describeRows(field, before, after, products)],
      }
    : differenceOf(wordsOf(field, before), wordsOf(field, after));

const personalSection = 'contacts';

/** Which fields differ between two rounds of the form; contacts are told to have changed, not how. */
export const describeChanges = (
  rules: CloudApplicationRules,
  before: ApplicationForm,
  after: ApplicationForm,
  products: ProductNames,
): FieldChange[] =>
  rules.form.sections.flatMap((section) =>
    section.fields.flatMap((field): FieldChange[] => {
      const pointer = `/${section.id}/${field.id}`;
      const [old, now] = [valueAt(before, pointer), valueAt(after, pointer)];
      if (JSON.stringify(old) === JSON.stringify(now)) return [];
      const change =
        section.id === personalSection || isObject(now)
          ? { context: '', before: '', after: '有改动' }
          : changeOf(field, old, now, products);
      return [{ sectionId: section.id, section: titleOf(section), label: field.label, ...change }];
    }),
  );
