import type { FormColumn } from '../../form-spec.ts';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A stored value as people read it; an empty one is the empty string. */
export const showValue = (field: FormColumn, value: unknown): string => {
  if (isEmpty(value)) return '';
  if (Array.isArray(value)) return value.map((part) => showValue(field, part)).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  const option = 'options' in field ? field.options.find((choice) => choice.value === value) : undefined;
  return option?.label ?? String(value);
};
