import { type RunningSystem, startSystem } from './runtime.ts';

/** A system that is started again, on the same data and port, each time it has been killed. */
export interface LastingSystem extends Pick<RunningSystem, 'system' | 'dataDir' | 'port'> {
  /** How each life ended, in the runtime's own words. */
  readonly deaths: readonly string[];
  /** A control of the living system; asked again when it dies over it. */
  readonly control: RunningSystem['control'];
  /** Resolves when it is up; rejects when it ended otherwise than by being killed. */
  readonly up: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const wordsOf = (output: string): string => output.match(/killed .*/)?.[0] ?? 'killed from outside';

/** @param prepare is done in every life, the first included, before it counts as up */
export const startLasting = async (
  prepare: (running: RunningSystem, life: number) => Promise<unknown> = async () => {},
): Promise<LastingSystem> => {
  const deaths: string[] = [];
  let running = await startSystem();
  let stopping = false;
  let life = Promise.resolve();

  const live = async (): Promise<void> => {
    const { child, output } = running;
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (signal === 'SIGKILL') life = revive(output());
      else life = Promise.reject(new Error(`ended by itself (${code ?? signal}): ${output()}`));
      life.catch(() => {});
    });
    await prepare(running, deaths.length).catch((failure: unknown) => {
      if (child.exitCode === null && child.signalCode === null) throw failure;
    });
  };
  const revive = async (lastWords: string): Promise<void> => {
    deaths.push(wordsOf(lastWords));
    running = await startSystem(running.dataDir, running.port);
    await live();
  };

  const up = async (): Promise<void> => {
    for (let awaited: Promise<void> | undefined; awaited !== life; ) {
      awaited = life;
      await awaited;
    }
  };
  await live();

  return {
    get system() {
      return running.system;
    },
    dataDir: running.dataDir,
    port: running.port,
    deaths,
    up,
    async control(path, body) {
      for (;;) {
        await up();
        const before = deaths.length;
        try {
          return await running.control(path, body);
        } catch (failure) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          if (deaths.length === before) throw failure;
        }
      }
    },
    async stop() {
      await up().catch(() => {});
      stopping = true;
      await running.stop();
    },
  };
};
