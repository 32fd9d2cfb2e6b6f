import { describe, expect, it } from 'vitest';
import { actedRoutes, acts, changingRoutes } from '#test/support/faults/acts.ts';
import { campaignOfAct, chosenActs } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import { chosenByEnvironment, spreadOver } from '#test/support/faults/fault-points.ts';

const choice = spreadOver(chosenByEnvironment(1));
const runLimitMs = 10 * 60_000;

const file = deskOfFile();

it('everything that can be asked of the system has a story', async () => {
  expect(acts.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual([]);
  const acted = new Set(actedRoutes());
  const forgotten = (await changingRoutes(file.running.system.baseUrl)).filter((route) => !acted.has(route));
  expect(forgotten).toEqual([]);
});

describe(`each call that an act makes goes wrong in each way, FAULT_SEED=${choice.seed}`, () => {
  it.each(chosenActs(choice).map((act) => [act.id, act] as const))(
    '%s is done once, answered once, and answered the same when it is asked again',
    async (_, act) => {
      const { points, hits, failures } = await campaignOfAct(file.desk, act, choice);
      expect(failures).toEqual([]);
      expect(hits).toBeGreaterThanOrEqual(points * 0.8);
    },
    runLimitMs,
  );
});
