import { isDeepStrictEqual } from 'node:util';
import { chance } from '../seeded.ts';
import type { Act } from './acts.ts';
import type { FaultDesk } from './fault-desk.ts';
import { type CampaignChoice, chosen, pointsOf, roundsOf, someOf } from './fault-points.ts';
import { type Journey, travelWith } from './journey.ts';
import { playUndisturbed, tryAct } from './try-act.ts';

/** What a part of the campaign came to. */
export interface Outcome {
  readonly points: number;
  /** Points whose call was really made. */
  readonly hits: number;
  /** A line for each thing that is wrong. */
  readonly failures: readonly string[];
}

const secondsSince = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/** Each chosen call of an act goes wrong. */
export const campaignOfAct = async (desk: FaultDesk, act: Act, choice: CampaignChoice): Promise<Outcome> => {
  const undisturbed = await playUndisturbed(desk, act);
  const points = chosen(pointsOf(act.id, act.functionName, undisturbed.calls, choice.seed), choice);
  const failures: string[] = [];
  const begun = performance.now();
  let hits = 0;
  for (const { name, what, fault } of points) {
    const { wrong, hit } = await tryAct(desk, act, undisturbed, fault).catch((failure: unknown) => ({
      wrong: [String(failure)],
      hit: true,
    }));
    if (hit) hits += 1;
    failures.push(...wrong.map((complaint) => `${name} (${what}): ${complaint}`));
  }
  const told = `${undisturbed.calls.length} calls, ${hits} of ${points.length} points hit, ${secondsSince(begun)}`;
  console.log([`${act.id}: ${told}`, ...failures].join('\n'));
  return { points: points.length, hits, failures };
};

/** Of a journey's twenty-eight rounds; all of them, on every journey, take longer than a campaign may. */
const mostRounds = 12;

/** Each chosen round of a journey, on which many calls go wrong. */
export const campaignOfJourney = async (
  desk: FaultDesk,
  journey: Journey,
  choice: CampaignChoice,
): Promise<Outcome> => {
  await travelWith(desk, journey);
  const { end: wanted, calls } = await travelWith(desk, journey);
  const unused = [...calls].filter(([, made]) => made.length === 0).map(([by]) => `${by} calls nothing`);
  const failures: string[] = unused;
  const rounds = someOf(roundsOf(journey.name, calls, choice.seed), choice, mostRounds);
  for (const { name, faults } of rounds) {
    const begun = performance.now();
    const wrong = await travelWith(desk, journey, faults).then(
      ({ end }) =>
        isDeepStrictEqual(end, wanted)
          ? []
          : [`ended with ${JSON.stringify(end)}, not ${JSON.stringify(wanted)}`],
      (failure: unknown) => [String(failure)],
    );
    failures.push(...wrong.map((complaint) => `${name}: ${complaint} ${JSON.stringify(faults)}`));
    console.log(`${name}: ${faults.length} faults, ${secondsSince(begun)}`);
  }
  if (failures.length > 0) console.log(failures.join('\n'));
  return { points: rounds.length, hits: rounds.length, failures };
};

/** Of these acts or journeys the one that the choice names, or the share that it takes, at least one. */
export const drawn = <One>(
  { seed, share, only }: CampaignChoice,
  among: readonly One[],
  nameOf: (one: One) => string,
): readonly One[] => {
  const [named = ''] = only.split('/');
  if (only !== '') return among.filter((one) => nameOf(one) === named);
  const mixed = among.toSorted((a, b) => chance(seed, nameOf(a)) - chance(seed, nameOf(b)));
  return mixed.slice(0, Math.ceil(among.length * share));
};
