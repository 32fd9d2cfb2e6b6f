import type { Refusal, RefusalCode } from '#shared/kernel/refusal.ts';

const details = {
  'sign-in-refused': '这次登录没有完成（可能停留过久或重复打开），请重新登录。',
  'session-missing': '本浏览器没有登录，请登录后继续。',
  'session-not-renewable': '登录需要重新确认，请重新登录后继续。',
  'session-idle': '较长时间没有操作，为保护您的账号，请重新登录后继续。',
  'session-over': '本次登录已到最长时限，请重新登录后继续。',
  'session-ended': '您已在所有设备上退出，请重新登录后继续。',
} as const satisfies Partial<Record<RefusalCode, string>>;

/** Why there is no session to go on with, and what to do. */
export const refusedAs = (code: keyof typeof details): Refusal => ({ code, detail: details[code] });
