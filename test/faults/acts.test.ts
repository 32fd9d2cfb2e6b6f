import { describe, expect, it } from 'vitest';
import { acts } from '#test/support/faults/acts.ts';
import { campaignOfAct, drawn } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import { chosenByEnvironment, spreadOver } from '#test/support/faults/fault-points.ts';

const choice = spreadOver(chosenByEnvironment(1));
const runLimitMs = 10 * 60_000;

const file = deskOfFile();

describe(`each call that an act makes goes wrong in each way, FAULT_SEED=${choice.seed}`, () => {
  it.each(drawn(choice, acts, ({ id }) => id).map((act) => [act.id, act] as const))(
    '%s is done once, answered once, and answered the same when it is asked again',
    async (_, act) => {
      const { points, hits, failures } = await campaignOfAct(file.desk, act, choice);
      expect(failures).toEqual([]);
      // What a function remembers it does not ask for again: some calls are not there every time.
      expect(points - hits).toBeLessThanOrEqual(Math.max(1, points * 0.2));
    },
    runLimitMs,
  );
});
