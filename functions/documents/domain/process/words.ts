import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { longDateOf } from '#shared/regulation/application/documents/document-source.ts';
import { blankDate } from '#shared/regulation/application/documents/or-blank.ts';

interface Person {
  readonly name: string;
  readonly organisation: string;
}

/** 姓名（单位); somebody whom the directory does not know any more is said to be so. */
export const whoOf = (by: Person | undefined): string =>
  by ? `${by.name}（${by.organisation}）` : '（已不在册）';

/** `2026年10月16日` of a date. */
export const longDay = (date: string): string => longDateOf(`${date}T00:00:00+08:00`);

/** The day of an instant as papers write it, or room for the pen. */
export const signedOn = (at: string | undefined): string =>
  at === undefined ? blankDate : longDay(shanghaiDateOf(new Date(at)));
