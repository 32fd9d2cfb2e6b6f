import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { EmbeddedSystem } from '../embedded-system.ts';
import type { BusinessClock } from './told.ts';

/** The embedded system's business clock, by its controls. */
export const businessClock = ({ baseUrl }: Pick<EmbeddedSystem, 'baseUrl'>): BusinessClock => {
  const control = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${baseUrl}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    today: async () => {
      const { now } = (await (await fetch(`${baseUrl}/_local/clock`)).json()) as { now: string };
      return shanghaiDateOf(new Date(now));
    },
    moveTo: (date) => control('clock', { now: `${date}T10:00:00+08:00` }),
    sweep: () => control('schedules/run', { rule: 'yunwangtong-cases-sweep' }),
  };
};
