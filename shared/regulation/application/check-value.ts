import { isLocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { FormColumn } from '../form-spec.ts';
import { isFilled } from './application-form.ts';

const mobile = /^1[3-9]\d{9}$/;
const landline = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/;
const email = /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/;

/** Below a million yuan. */
const money = /^\d{1,6}(\.\d{1,2})?$/;

const verbOf = (field: FormColumn): string =>
  ['choice', 'choices', 'boolean', 'product', 'case'].includes(field.kind) ? '选择' : '填写';

const checkFormat = (
  field: FormColumn,
  value: unknown,
): readonly [code: string, message: string] | undefined => {
  if (field.kind === 'integer' && Number(value) < field.min)
    return ['number-too-small', `“${field.label}”不能小于${field.min}，请改正。`];
  if (field.kind === 'phone' && !mobile.test(String(value)) && !landline.test(String(value)))
    return ['phone-malformed', `“${field.label}”不是有效的电话号码，请填11位手机号或带区号的座机号。`];
  if (field.kind === 'email' && !email.test(String(value)))
    return ['email-malformed', `“${field.label}”不是有效的邮箱地址，请改为 name@example.cn 的形式。`];
  if (field.kind === 'money' && !money.test(String(value)))
    return ['money-malformed', `“${field.label}”应为金额（元），不超过六位整数和两位小数，如 120.50。`];
  if (field.kind === 'date' && !isLocalDate(String(value)))
    return ['date-malformed', `“${field.label}”应为日期，写成 2026-10-16 的形式。`];
  if (field.kind === 'boolean' && field.mustBe !== undefined && field.mustBe.value !== value)
    return ['declaration-blocks', field.mustBe.otherwise];
  return undefined;
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
