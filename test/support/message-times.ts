import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { keys } from '#shared/table/keys.ts';
import { administratorTable } from './administrator.ts';

const control = async (system: EmbeddedSystem, path: string, body: object): Promise<void> => {
  const answer = await fetch(`${system.baseUrl}/_local/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
};

/** Business time, sweep and a city's hours of a running system. */
export const messageTimes = (system: EmbeddedSystem) => {
  const table = administratorTable(system);
  const setHours = (city: string, setting: object) =>
    table.send(
      new PutCommand({ TableName: system.tableName, Item: { ...keys.messageHours(city), ...setting } }),
    );
  return {
    /** @param instant Shanghai, `YYYY-MM-DDTHH:MM` */
    setClock: (instant: string) => control(system, 'clock', { now: `${instant}:00+08:00` }),
    resetClock: () => control(system, 'clock', { reset: true }),
    sweep: () => control(system, 'schedules/run', { rule: 'yunwangtong-cases-sweep' }),
    keepWorkingHours: (city: string) =>
      setHours(city, { when: 'workingHours', hours: [{ from: '08:30', to: '18:00' }] }),
    sendAtAnyTime: (city: string) => setHours(city, { when: 'anyTime' }),
    close: () => table.destroy(),
  };
};
