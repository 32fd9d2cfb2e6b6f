import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { FormColumn } from '../form-spec.ts';
import { checkText } from './check-text.ts';

const expected: Readonly<Record<FormColumn['kind'], string>> = {
  text: '文字',
  longText: '文字',
  choice: '一个选项',
  choices: '若干选项',
  integer: '整数',
  boolean: '“是”或“否”',
  phone: '电话号码',
  email: '邮箱地址',
  product: '服务目录中的产品',
  date: '日期',
  money: '金额',
  percent: '百分数',
  resource: '在用资源',
  case: '办件',
};

const wrongType = (pointer: string, field: FormColumn): FieldRefusal => ({
  pointer,
  code: 'wrong-type',
  message: `“${field.label}”应填${expected[field.kind]}，请改正。`,
});

type ChoiceField = Extract<FormColumn, { kind: 'choice' | 'choices' }>;

const checkChoices = (pointer: string, field: ChoiceField, values: readonly unknown[]) => {
  const known = values.every((value) => field.options.some((option) => option.value === value));
  if (known && new Set(values).size === values.length) return undefined;
  return {
    pointer,
    code: 'not-an-option',
    message: `“${field.label}”只能选：${field.options.map((option) => option.label).join('、')}，且不能重复。`,
  };
};

const checkInteger = (pointer: string, field: Extract<FormColumn, { kind: 'integer' }>, value: unknown) => {
  if (!Number.isSafeInteger(value)) return wrongType(pointer, field);
  if (Math.abs(Number(value)) <= field.max) return undefined;
  return {
    pointer,
    code: 'number-too-large',
    message: `“${field.label}”不能大于${field.max}，请改小。`,
  };
};

const maxLengthOf = (field: FormColumn): number => ('maxLength' in field ? field.maxLength : 100);

/** Whether a draft may hold this value: its type, its characters, its length; being incomplete is no fault. */
export const checkValueShape = (
  pointer: string,
  field: FormColumn,
  value: unknown,
): FieldRefusal | undefined => {
  switch (field.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType(pointer, field);
    case 'integer':
      return checkInteger(pointer, field, value);
    case 'choice':
      return value === '' ? undefined : checkChoices(pointer, field, [value]);
    case 'choices':
      return Array.isArray(value) ? checkChoices(pointer, field, value) : wrongType(pointer, field);
    default: {
      if (typeof value !== 'string') return wrongType(pointer, field);
      const lines = field.kind === 'longText';
      return checkText(value, { pointer, label: field.label, maxLength: maxLengthOf(field), lines });
    }
  }
};
