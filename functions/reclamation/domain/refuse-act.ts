import type { Refusal } from '#shared/kernel/refusal.ts';
import { refuse } from '#shared/kernel/result.ts';

/** The state does not offer it; `detail` says what it waits for. */
export const notNow = (detail: string) => refuse<Refusal>({ code: 'reclamation-not-now', detail });

/** One field is to be mended. */
export const invalid = (pointer: string, code: string, message: string, clause?: string) =>
  refuse<Refusal>({
    code: 'reclamation-invalid',
    detail: '填写的内容需要修改，请按提示处理。',
    errors: [{ pointer, code, message, ...(clause === undefined ? {} : { clause }) }],
  });
