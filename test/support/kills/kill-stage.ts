import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { awaitTrue } from '../await-true.ts';
import { createInspector, type Inspector } from '../inspect-case.ts';
import { type LastingSystem, startLasting } from '../lasting-system.ts';
import { persistently } from '../persistent-person.ts';

/** A durable write of the runtime, counted from the beginning of the story. */
export interface KillPoint {
  readonly write: number;
  readonly when: 'before' | 'after';
}

interface Played<End> {
  /** Durable writes of the whole story, when nothing was killed. */
  readonly writes: number;
  /** How the runtime died; undefined when the story ended before the write. */
  readonly death: string | undefined;
  readonly end: End;
}

/** One system on one data folder, on which a story is played again and again. */
export interface KillStage<End> {
  readonly play: (point?: KillPoint) => Promise<Played<End>>;
  readonly close: () => Promise<void>;
}

export interface KillStory<Start, Told, End> {
  /** What comes before, undisturbed. */
  readonly prepare: () => Promise<Start>;
  readonly play: (start: Start) => Promise<Told>;
  /** What it has come to; the same whatever happened on the way. */
  readonly readEnd: (told: Told) => Promise<End>;
}

const pollsOfQuiet = 5;

export const openKillStage = async <Start, Told, End>(
  storyOf: (stage: {
    readonly system: EmbeddedSystem;
    readonly inspector: Inspector;
    /** The system as it lives now: behind a death its AWS endpoint may be another. */
    readonly now: () => EmbeddedSystem;
    readonly control: LastingSystem['control'];
  }) => Promise<KillStory<Start, Told, End>>,
): Promise<KillStage<End>> => {
  const lasting = await startLasting();
  const { system, control } = lasting;
  const now = () => lasting.system;
  const inspector = createInspector(now);
  const send = persistently();
  const story = await storyOf({ system, inspector, now, control });

  const countWrites = async (): Promise<number> => {
    const answer = await send(`${system.baseUrl}/_local/faults`, {});
    return ((await answer.json()) as { writes: number }).writes;
  };

  /** The count of writes once it stands still: streams, queues and machine have done what was left. */
  const awaitQuiet = async (): Promise<number> => {
    let last = -1;
    let still = 0;
    await awaitTrue('everything is quiet', async () => {
      const now = await countWrites();
      still = now === last ? still + 1 : 0;
      last = now;
      return still >= pollsOfQuiet;
    });
    return last;
  };

  return {
    async play(point) {
      const start = await story.prepare();
      const deathsBefore = lasting.deaths.length;
      await control('faults', point ? { killAtWrite: point.write, killWhen: point.when } : {});
      const told = await story.play(start);
      const writes = await awaitQuiet();
      await control('faults', {});
      await lasting.up();
      await inspector.ageMarkers();
      await control('schedules/run', {});
      return { writes, death: lasting.deaths[deathsBefore], end: await story.readEnd(told) };
    },
    async close() {
      inspector.close();
      await lasting.stop();
    },
  };
};
