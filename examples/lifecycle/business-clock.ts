import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { EmbeddedSystem } from '../embedded-system.ts';
import type { BusinessClock } from './told.ts';

/** The embedded system's business clock, by its controls. */
export const businessClock = ({ baseUrl }: Pick<EmbeddedSystem, 'baseUrl'>): BusinessClock => {
  const url = `${baseUrl}/_local/clock`;
  return {
    today: async () => {
      const { now } = (await (await fetch(url)).json()) as { now: string };
      return shanghaiDateOf(new Date(now));
    },
    moveTo: async (date) => {
      const answer = await fetch(url, {
        method: 'POST',
        body: JSON.stringify({ now: `${date}T10:00:00+08:00` }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
  };
};
