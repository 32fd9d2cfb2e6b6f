import type * as z from 'zod/mini';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';

/** A zod issue, as loosely as the explanation needs it. */
export type SchemaIssue = z.core.$ZodIssue;
type Detail = Readonly<Record<string, unknown>>;

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const tooSmall = (issue: Detail): string =>
  issue['origin'] === 'string' && issue['minimum'] === 1
    ? '不能为空，请填写'
    : `不能小于 ${String(issue['minimum'])}`;

const tooBig = (issue: Detail): string => {
  const limit = String(issue['maximum']);
  if (issue['origin'] === 'string') return `过长，最多 ${limit} 个字`;
  if (issue['origin'] === 'array') return `过多，最多 ${limit} 项`;
  return `不能大于 ${limit}`;
};

const namesTold = 5;
const longestName = 40;
/** A few of the names that somebody made up, for what was sent is not thrown back at whoever sent it. */
const namesOf = (keys: readonly string[]): string => {
  const told = keys.slice(0, namesTold).map((key) => [...key].slice(0, longestName).join(''));
  return `${told.join('、')}${keys.length > namesTold ? ` 等 ${keys.length} 个` : ''}`;
};

const sentences: Readonly<Record<string, (issue: Detail) => string>> = {
  too_small: tooSmall,
  too_big: tooBig,
  invalid_type: (issue) => `缺少或类型不对，应为 ${typeNames[String(issue['expected'])] ?? '规定的类型'}`,
  invalid_format: (issue) => `格式不对${formatHints[String(issue['format'])] ?? '，请按接口说明填写'}`,
  invalid_value: (issue) => `只能是：${(issue['values'] as readonly unknown[]).map(String).join('、')}`,
  custom: (issue) => String(issue['message']),
  unrecognized_keys: (issue) => `不认识的字段：${namesOf(issue['keys'] as readonly string[])}，请删除`,
};

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  record: '对象',
};

const formatHints: Readonly<Record<string, string>> = {
  date: '，日期请写成 2026-10-16',
  datetime: '，时间请写成 2026-10-16T09:00:00+08:00',
};

/**
 * A schema's own sentence on a field says more than any that is made from the kind of fault; on fields that nobody
 * knows it would be their names, thrown back.
 */
const ownSentence = ({ code, message }: SchemaIssue): string | undefined =>
  code !== 'unrecognized_keys' && /\p{Script=Han}/u.test(message) ? message : undefined;

/** More than anybody mends at once. */
const issuesTold = 100;

/** Names each offending field by JSON pointer and says in Chinese what to do; of very many, the first hundred. */
export const explainIssues = (base: string, issues: readonly SchemaIssue[]): FieldRefusal[] =>
  issues.slice(0, issuesTold).map((issue) => ({
    pointer: `${base}${pointerOf(issue.path)}`,
    code: issue.code ?? 'invalid',
    message:
      ownSentence(issue) ?? sentences[issue.code ?? '']?.({ ...issue }) ?? '不符合要求，请按接口说明填写',
  }));
