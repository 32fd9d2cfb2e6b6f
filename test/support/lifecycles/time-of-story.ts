import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

const begin = '2026-01-19';
const firstHour = 9;

/** Time that only goes on: a second with every look at it, days when the story says so. */
export const timeOfStory = () => {
  let today: LocalDate = begin;
  let seconds = 0;
  return {
    clock: {
      now: (): Date => {
        seconds += 1;
        return new Date(Date.parse(`${today}T0${firstHour}:00:00+08:00`) + seconds * 1000);
      },
    },
    today: (): LocalDate => today,
    pass: (days: number): void => {
      if (days === 0) return;
      today = addDays(today, days);
      seconds = 0;
    },
  };
};
