import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { acts } from '#test/support/faults/acts.ts';
import { campaignOfJourney, drawn } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import { chosenByEnvironment, spreadOver } from '#test/support/faults/fault-points.ts';
import { journeys } from '#test/support/faults/journeys.ts';

const choice = spreadOver(chosenByEnvironment(1));
const runLimitMs = 20 * 60_000;
/** Pages that are made of nothing but what is bundled with them. */
const callsNothing = 'yunwangtong-web';

const file = deskOfFile();

it('every function is called by an act or on a journey', () => {
  const called = new Set([
    ...acts.map(({ functionName }) => functionName),
    ...journeys.flatMap(({ functions }) => functions),
    callsNothing,
  ]);
  expect([...called].sort()).toEqual(functionNames.map((name) => `yunwangtong-${name}`).sort());
});

describe(`calls of the functions behind the interface go wrong, FAULT_SEED=${choice.seed}`, () => {
  it.each(drawn(choice, journeys, ({ name }) => name).map((one) => [one.name, one] as const))(
    'on the journey %s everything ends as if nothing had gone wrong',
    async (_, journey) => {
      expect((await campaignOfJourney(file.desk, journey, choice)).failures).toEqual([]);
    },
    runLimitMs,
  );
});
