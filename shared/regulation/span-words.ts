const units = {
  workingDay: '个工作日',
  month: '个月',
  naturalDay: '个自然日',
  naturalWeek: '个自然周',
} as const;

interface Span {
  readonly amount: number;
  readonly unit: keyof typeof units;
}

/** 15 个工作日. */
export const spanWords = ({ amount, unit }: Span): string => `${amount} ${units[unit]}`;
