import { describe, expect, it } from 'vitest';
import { actedRoutes, acts, changingRoutes } from '#test/support/faults/acts.ts';
import { campaignOfAct } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import { type CampaignChoice, chosenByEnvironment } from '#test/support/faults/fault-points.ts';
import { chance } from '#test/support/seeded.ts';

/** A few acts of test/faults with a few of their points, other ones each time. */
const choice: CampaignChoice = chosenByEnvironment(0.2);
const actsTried = 5;
const actLimitMs = 180_000;
/** Whose conditional write was once taken for somebody else's when its answer was lost. */
const always = ['POST :l:{token}:open'];
const drawn = acts
  .filter(({ method }) => method !== 'GET')
  .toSorted((a, b) => chance(choice.seed, a.id) - chance(choice.seed, b.id))
  .slice(0, actsTried);
const tried = [...new Set([...acts.filter(({ id }) => always.includes(id)), ...drawn])];

const file = deskOfFile();

it('everything that can be asked of the system has a story for when it goes wrong', async () => {
  expect(acts.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual([]);
  const acted = new Set(actedRoutes());
  const forgotten = (await changingRoutes(file.running.system.baseUrl)).filter((route) => !acted.has(route));
  expect(forgotten).toEqual([]);
});

describe(`calls of some acts go wrong, FAULT_SEED=${choice.seed}`, () => {
  it.each(tried.map((act) => [act.id, act] as const))(
    '%s is done once and answered once',
    async (_, act) => {
      expect((await campaignOfAct(file.desk, act, choice)).failures).toEqual([]);
    },
    actLimitMs,
  );
});
