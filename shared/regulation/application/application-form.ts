import type { Condition } from '../form-spec.ts';

/** The form's sections as saved; what is in them is only known once checked. */
export type ApplicationForm = Readonly<Record<string, unknown>>;

type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member, never one of the prototype; the console runs this in browsers that lack `Object.hasOwn`. */
const own = (value: unknown, key: string): unknown =>
  isObject(value) ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;

/** The value at a pointer of two parts, e.g. `/plan/systemName`. */
export const valueAt = (form: ApplicationForm, pointer: string): unknown => {
  const [, section = '', field = ''] = pointer.split('/');
  return own(own(form, section), field);
};

export const textAt = (form: ApplicationForm, pointer: string): string => {
  const value = valueAt(form, pointer);
  return typeof value === 'string' ? value : '';
};

export const numberAt = (form: ApplicationForm, pointer: string): number | undefined => {
  const value = valueAt(form, pointer);
  return typeof value === 'number' ? value : undefined;
};

/** A table's rows with their numbers; what is no object counts as an empty row. */
export const rowsAt = (form: ApplicationForm, pointer: string): readonly Members[] => {
  const value = valueAt(form, pointer);
  return Array.isArray(value) ? value.map((row: unknown) => (isObject(row) ? row : {})) : [];
};

/** Whether something has been written: blanks and empty lists don't count, both answers of a yes/no do. */
export const isFilled = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null;
};

/** Whether every condition holds; a field without conditions always applies. */
export const holds = (form: ApplicationForm, conditions: readonly Condition[] = []): boolean =>
  conditions.every(({ field, is }) => valueAt(form, field) === is);
