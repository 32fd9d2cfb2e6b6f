import type { DueLight } from '#shared/contracts/case-tasks.ts';

const left = ({ daysLeft = 0 }: DueLight): string => {
  if (daysLeft > 0) return `，剩 ${daysLeft} 个工作日`;
  return daysLeft < 0 ? ` ${-daysLeft} 个工作日` : '';
};

/** The light in words, e.g. 将到期，今天到期; the state and the days are the server's. */
export const lightWords = (light: DueLight): string =>
  light.state === 'soon' && light.daysLeft === 0 ? `${light.word}，今天到期` : `${light.word}${left(light)}`;

/** How long something lay on a desk, in working days. */
export const stayWords = (workingDays: number): string =>
  workingDays === 0 ? '不到 1 个工作日' : `${workingDays} 个工作日`;
