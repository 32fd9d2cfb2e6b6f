import type { CallFault } from '#local/faults/call-faults.ts';
import { chance } from '../seeded.ts';

/** A way for one call to go wrong; the last three are more than the SDK's own attempts can mend. */
const modes = {
  delay: { trouble: 'delay', times: 1 },
  duplicate: { trouble: 'duplicate', times: 1 },
  throttle: { trouble: 'throttle', times: 1 },
  late: { trouble: 'late', times: 1 },
  refused: { trouble: 'throttle', times: 3 },
  lost: { trouble: 'late', times: 3 },
  threadEnds: { trouble: 'endThread', times: 1 },
} as const satisfies Readonly<Record<string, Pick<CallFault, 'trouble' | 'times'>>>;

type Mode = keyof typeof modes;
const modeNames = Object.keys(modes) as Mode[];
/** Done twice, a reading is a reading. */
const changesNothing = /^(sts|s3 (GET|HEAD)|dynamodb (GetItem|BatchGetItem|Query|TransactGetItems))$/;

export interface FaultPoint {
  /** Whose calls are meant, by name: an operation or a function. */
  readonly actor: string;
  /** `decideTask/7/late`, as `FAULT_ONLY` takes it. */
  readonly name: string;
  readonly fault: CallFault;
  /** The call that goes wrong. */
  readonly what: string;
}

const readingModes = modeNames.filter((mode) => mode !== 'duplicate');

/** Every call of an actor: one that writes in every way in which it can go wrong, one that reads in a way by the seed. */
export const pointsOf = (actor: string, by: string, calls: readonly string[], seed: number): FaultPoint[] =>
  calls.flatMap((what, index) =>
    (changesNothing.test(what)
      ? readingModes.filter((_, place) => place === (index + seed) % readingModes.length)
      : modeNames
    ).map((mode) => ({
      actor,
      name: `${actor}/${index + 1}/${mode}`,
      fault: { by, at: index + 1, ...modes[mode] },
      what,
    })),
  );

/** How far apart faults lie on one journey: the longest lasts for three calls of its function. */
const stride = 4;

export interface FaultyRound {
  /** `application/3-2`, as `FAULT_ONLY` takes it. */
  readonly name: string;
  readonly faults: readonly CallFault[];
}

/**
 * Rounds of one journey in which many calls of its functions go wrong at once; taken together, every call in every way.
 * @param calls of each function when nothing goes wrong
 */
export const roundsOf = (
  journey: string,
  calls: ReadonlyMap<string, readonly string[]>,
  seed: number,
): FaultyRound[] => {
  const faultOf = (by: string, index: number, turn: number): CallFault => {
    const first = Math.floor(chance(seed, by, index) * modeNames.length);
    return { by, at: index + 1, ...modes[modeNames[(first + turn) % modeNames.length] ?? 'late'] };
  };
  const round = (place: number, turn: number): FaultyRound => ({
    name: `${journey}/${place}-${turn}`,
    faults: [...calls].flatMap(([by, made]) =>
      made.flatMap((_, index) => (index % stride === place ? [faultOf(by, index, turn)] : [])),
    ),
  });
  return Array.from({ length: stride }, (_, place) => place)
    .flatMap((place) => modeNames.map((_, turn) => round(place, turn)))
    .filter(({ faults }) => faults.length > 0);
};

/** What of the campaign is played, and how it is told in the environment. */
export interface CampaignChoice {
  readonly seed: number;
  /** Share of the points, 1 for all. */
  readonly share: number;
  /** Beginning of the names of the points that alone are played. */
  readonly only: string;
}

/** `FAULT_SEED`, `FAULT_SHARE` and `FAULT_ONLY`. */
export const chosenByEnvironment = (share: number): CampaignChoice => ({
  seed: Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 1_000_000_000)),
  share: Number(process.env['FAULT_SHARE'] ?? share),
  only: process.env['FAULT_ONLY'] ?? '',
});

/**
 * Of a part of the campaign some acts with some of their points: the share is their product, so that a small sample
 * does not prepare every act for a point here and there.
 */
export const spreadOver = (choice: CampaignChoice): CampaignChoice => ({
  ...choice,
  share: Math.sqrt(choice.share),
});

/** Stories that are told from a seed alone take the choice's and those that follow it. */
export const seedsFrom = ({ seed }: CampaignChoice, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => seed + index);

/** Whether the choice means what has this name, or asks for everything. */
export const isAsked = ({ only }: CampaignChoice, name: string): boolean => name.startsWith(only);

/** The points that the choice takes; the same for the same seed, and of no point is the choice another's. */
export const chosen = <Point extends { readonly name: string }>(
  points: readonly Point[],
  choice: CampaignChoice,
): Point[] =>
  points.filter(
    ({ name }) => isAsked(choice, name) && (choice.only !== '' || chance(choice.seed, name) < choice.share),
  );

/** The points that the choice takes; where a campaign has no time for all of them, at most so many, by the choice's seed. */
export const someOf = <Point extends { readonly name: string }>(
  points: readonly Point[],
  choice: CampaignChoice,
  most: number,
): Point[] => {
  const taken = chosen(points, choice);
  if (choice.only !== '') return taken;
  return taken.toSorted((a, b) => chance(choice.seed, a.name) - chance(choice.seed, b.name)).slice(0, most);
};
