import { doorOfStory } from './ask-at-door.ts';
import { concludeStory } from './conclude-story.ts';
import { judgeBills } from './judge-bills.ts';
import { judgeObligations } from './judge-obligations.ts';
import { judgeRegistry } from './judge-registry.ts';
import { judgeTasks } from './judge-tasks.ts';
import type { LifecycleMove } from './moves-of-story.ts';
import type { StoryCity } from './people-of-city.ts';
import { filingOf } from './play-filing.ts';
import { openingOf } from './play-opening.ts';
import { owingOf } from './play-owing.ts';
import { passingOf } from './play-passing.ts';
import { reclaimingOf } from './play-reclaiming.ts';
import { pressingRectifications, wantedMoves } from './wanted-moves.ts';
import { type LifecycleWorld, worldOfLifecycles } from './world-of-lifecycles.ts';

const wrongIn = (world: LifecycleWorld): string[] => [
  ...judgeBills(world),
  ...judgeRegistry(world),
  ...judgeObligations(world),
  ...judgeTasks(world),
];

/** Everything that stands, a line for each thing. */
const standing = ({ stores, kept, notices, cases }: LifecycleWorld): string[] =>
  [
    ...Object.values(stores).flatMap((store) => store.journals().map(({ ref, entries }) => [ref, entries])),
    ...Object.values(stores).flatMap((store) => [...store.all()]),
    ...kept.rows(),
    ...kept.systems(),
    ...kept.life(),
    ...notices,
    ...cases.told,
  ].map((thing) => JSON.stringify(thing));

const changed = (before: readonly string[], after: readonly string[]): string[] => {
  const known = new Set(before);
  return after.filter((line) => !known.has(line)).map((line) => `carried again, it became ${line}`);
};

export interface Told {
  readonly wrong: readonly string[];
  /** How many processes of each kind there were, and how they ended: a story in which nothing happens proves nothing. */
  readonly seen: Readonly<Record<string, number>>;
}

const seenIn = ({ stores, kept, cases }: LifecycleWorld): Record<string, number> => {
  const count = <One>(all: readonly One[], is: (one: One) => unknown) => all.filter(is).length;
  return {
    orders: count(stores.orders.all(), () => true),
    changes: count(stores.orders.all(), ({ lines }) => lines.some(({ changes }) => changes)),
    released: count(stores.orders.all(), ({ batches }) =>
      batches.some(({ units }) => units.some(({ state }) => state === 'released')),
    ),
    resources: count(kept.rows(), () => true),
    reclaimed: count(kept.rows(), ({ state }) => state === 'reclaimed'),
    closedSystems: count(kept.systems(), ({ closedAt }) => closedAt !== undefined),
    unopened: count([...cases.told.keys()], (what) => what.endsWith('#unopened')),
    keptOn: count([...cases.exits.values()], ({ givenUpAt }) => givenUpAt),
    performed: count(stores.obligations.all(), ({ performance }) => performance),
    ended: count(stores.obligations.all(), ({ ended }) => ended),
    reclaimOrdered: count(stores.obligations.all(), ({ moves }) =>
      moves.some(({ kind }) => kind === 'reclaimOrdered'),
    ),
    restored: count(stores.reclamations.all(), ({ restored }) => restored),
    disposals: count(stores.rectifications.all(), ({ disposals }) => disposals.length > 0),
  };
};

/**
 * Tells a story of many lives at once, to its end: bills are judged after every move, everything else whenever all has
 * been carried; then each effect comes once more; then everybody does what is left to do.
 */
export const tellLifecycles = async (city: StoryCity, moves: readonly LifecycleMove[]): Promise<Told> => {
  const world = worldOfLifecycles(city);
  const door = doorOfStory(world);
  const file = filingOf(world);
  const opening = openingOf(world, door.ask);
  const owing = owingOf(world, door.ask);
  const reclaiming = reclaimingOf(world, door);
  const passing = passingOf(world);

  const play = async (move: LifecycleMove): Promise<void> => {
    switch (move.move) {
      case 'apply':
      case 'change':
      case 'shutDown':
      case 'changeGreatly':
        // Long before somebody gives a system up or replaces it, everything of it has been registered.
        if (move.move === 'shutDown' || move.move === 'changeGreatly') await passing.settle();
        return file(move);
      case 'sign':
      case 'confirm':
      case 'plan':
      case 'release':
      case 'collect':
      case 'answer':
        return opening(move);
      case 'perform':
      case 'explain':
      case 'judge':
        return owing(move);
      case 'find':
      case 'rectify':
      case 'reclaim':
      case 'secure':
        return reclaiming(move);
      case 'advance':
      case 'press': {
        const all = move.move === 'advance' ? wantedMoves(world) : pressingRectifications(world);
        // Most of what is owed is left to lie, or nothing would ever be late.
        const wanted = all.filter((one) => one.move !== 'perform' || move.pick % 3 === 0);
        const next = wanted[move.pick % Math.max(wanted.length, 1)];
        return next && play(next);
      }
      default:
        return passing.play(move);
    }
  };

  for (const move of moves) {
    await play(move);
    const wrong = move.move === 'settle' ? wrongIn(world) : judgeBills(world);
    if (wrong.length > 0) return { wrong: [JSON.stringify(move), ...wrong], seen: seenIn(world) };
  }
  await passing.settle();
  await passing.sweep();
  const seen = seenIn(world);
  const before = standing(world);
  await passing.carryAllAgain();
  await passing.settle();
  await passing.sweep();
  await passing.recompute();
  const moved = changed(before, standing(world));
  const early = wrongIn(world);
  const open = await concludeStory(world, play);
  return { wrong: [...moved, ...early, ...open, ...wrongIn(world)], seen };
};
