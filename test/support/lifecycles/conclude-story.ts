import type { LifecycleMove } from './moves-of-story.ts';
import { endingRectifications, wantedMoves } from './wanted-moves.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

const mostRounds = 60;
/** More than any time to restore. */
const longDays = 20;

/** Everybody does what is theirs until nothing is open any more. Answers what can't be brought to its end. */
export const concludeStory = async (
  world: LifecycleWorld,
  play: (move: LifecycleMove) => Promise<void>,
): Promise<string[]> => {
  for (let round = 0; round < mostRounds; round += 1) {
    await play({ move: 'settle' });
    const wanted = [...wantedMoves(world), ...endingRectifications(world)];
    if (wanted.length === 0) return [];
    for (const move of wanted) await play(move);
    world.time.pass(longDays);
  }
  return wantedMoves(world).map((move) => `never ends: ${JSON.stringify(move)}`);
};
