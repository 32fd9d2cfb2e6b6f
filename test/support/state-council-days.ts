import { addDays } from '#shared/kernel/local-date.ts';

/** What the State Council's notices arrange, typed from the notices and not from any library. */
export interface YearArrangement {
  readonly year: number;
  /** First and last day of each holiday. */
  readonly holidays: readonly (readonly [from: string, to: string])[];
  /** Saturdays and Sundays on which people work. */
  readonly workdays: readonly string[];
}

export const arrangements: readonly YearArrangement[] = [
  {
    // 国办发明电〔2024〕12号
    year: 2025,
    holidays: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    // 国办发明电〔2025〕7号
    year: 2026,
    holidays: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

export const daysOf = (year: number): readonly string[] => {
  const days: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) days.push(date);
  return days;
};
