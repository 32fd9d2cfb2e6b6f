import { isInReach, isLocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { FormColumn } from '../form-spec.ts';
import { isFilled } from './application-form.ts';

const mobile = /^1[3-9]\d{9}$/;
const landline = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/;
const email = /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/;

/** Below a million yuan. */
const money = /^\d{1,6}(\.\d{1,2})?$/;

/** Up to a hundred, with two decimals. */
const percent = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;

const verbOf = (field: FormColumn): string =>
  ['choice', 'choices', 'boolean', 'product', 'case', 'resource'].includes(field.kind) ? '选择' : '填写';

interface Format {
  readonly code: string;
  readonly fits: (value: string) => boolean;
  /** What it should be, behind the field's label. */
  readonly otherwise: string;
}

/** Whether a form's text names a day that people may mean. */
export const isFormDay = (text: string): boolean => isLocalDate(text) && isInReach(text);

const formats: Readonly<Partial<Record<FormColumn['kind'], Format>>> = {
  phone: {
    code: 'phone-malformed',
    fits: (value) => mobile.test(value) || landline.test(value),
    otherwise: '不是有效的电话号码，请填11位手机号或带区号的座机号。',
  },
  email: {
    code: 'email-malformed',
    fits: (value) => email.test(value),
    otherwise: '不是有效的邮箱地址，请改为 name@example.cn 的形式。',
  },
  money: {
    code: 'money-malformed',
    fits: (value) => money.test(value),
    otherwise: '应为金额（元），不超过六位整数和两位小数，如 120.50。',
  },
  percent: {
    code: 'percent-malformed',
    fits: (value) => percent.test(value),
    otherwise: '应为 0～100 的百分数，不超过两位小数，如 82.50。',
  },
  date: {
    code: 'date-malformed',
    fits: isFormDay,
    otherwise: '应为日期，写成 2026-10-16 的形式，年份在 1949 与 2199 之间。',
  },
};

const checkFormat = (
  field: FormColumn,
  value: unknown,
): readonly [code: string, message: string] | undefined => {
  if (field.kind === 'integer' && Number(value) < field.min)
    return ['number-too-small', `“${field.label}”不能小于${field.min}，请改正。`];
  if (field.kind === 'boolean' && field.mustBe !== undefined && field.mustBe.value !== value)
    return ['declaration-blocks', field.mustBe.otherwise];
  const format = formats[field.kind];
  return format && !format.fits(String(value))
    ? [format.code, `“${field.label}”${format.otherwise}`]
    : undefined;
};

/** Whether a field is complete and fits; the value's shape is taken for granted. `where` names the row, if any. */
export const checkValue = (
  pointer: string,
  field: FormColumn,
  value: unknown,
  where = '',
): FieldRefusal | undefined => {
  const { label, clause, required } = field;
  if (!isFilled(value))
    return required
      ? { pointer, code: 'required', message: `请${verbOf(field)}${where}“${label}”。`, clause }
      : undefined;
  const fault = checkFormat(field, value);
  return fault && { pointer, code: fault[0], message: `${where}${fault[1]}`, clause };
};
