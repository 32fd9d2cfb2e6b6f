const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const shanghaiOffsetMs = 8 * 3_600_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** 2026-10-16（周五） */
export const dateWords = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return `${date}（周${weekdays[day] ?? ''}）`;
};

/** 2026-10-16 09:05, in Shanghai */
export const timeWords = (instant: string): string => {
  const at = new Date(Date.parse(instant) + shanghaiOffsetMs);
  return `${at.toISOString().slice(0, 10)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
};

/** ¥12,345.67 from fen. */
export const moneyWords = (fen: number): string => {
  const [whole = '0', cents = '00'] = (fen / 100).toFixed(2).split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
};
