import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { approvalDefinition } from '#test/support/approval-definition.ts';
import { DyingDatabase, settled } from '#test/support/fake-runtime.ts';
import { executionArnOf, ok, type StepEvent, setupMachine, thrown } from './setup-machine.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'machine-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.useRealTimers();
});

const script = ['Approved', 'Returned', 'Approved', 'Approved', 'Approved', 'Approved'];
const states = [
  'UnitConfirmation',
  'LocalReview',
  'Correction',
  'UnitConfirmation',
  'LocalReview',
  'CityRecheck',
  'Complete',
];

type Running = Awaited<ReturnType<typeof setupMachine>>;

/** People who decide each token once, and decide again when they never heard an answer. */
async function decideOnce(running: Running, decided: Map<string, string>, token: string): Promise<void> {
  const outcome = decided.get(token) ?? script[decided.size] ?? 'none';
  decided.set(token, outcome);
  if (outcome === 'Approved') await running.approve(token);
  else await running.refuse(token, outcome);
}

interface World {
  sent: StepEvent[];
  decided: Map<string, string>;
}

/** One life of the process on its file: it goes on until the execution ends, or dies on the way. */
async function live(db: DatabaseSync, { sent, decided }: World): Promise<Running> {
  const answer = (event: StepEvent) => {
    sent.push(event);
    return ok();
  };
  const running = await setupMachine(approvalDefinition, answer, db);
  await running.start();
  for (;;) {
    await settled();
    if ((await running.describe(executionArnOf('e'))).status !== 'RUNNING') return running;
    await decideOnce(running, decided, sent.at(-1)?.token ?? '');
  }
}

/** Plays the script; a process killed at the given write is started again on the same file. */
async function playThrough(file: string, dieAt: number, commitFirst: boolean) {
  const world: World = { sent: [], decided: new Map() };
  const doomed = new DyingDatabase(file, dieAt, commitFirst);
  const first = await live(doomed, world).catch((cause) => {
    if (doomed.isOpen) throw cause;
  });
  const running = first ?? (await live(new DatabaseSync(file), world));
  return {
    killed: first === undefined,
    tokens: new Set(world.sent.map((event) => event.token)),
    entered: await running.entered(executionArnOf('e')),
    history: await running.history(executionArnOf('e')),
  };
}

describe('an execution after kill -9', () => {
  const writes = 24;
  it.each([true, false])(
    `goes on from every write of the path (written before it died: %s)`,
    async (commitFirst) => {
      let killed = 0;
      for (let dieAt = 1; dieAt <= writes; dieAt += 1) {
        const file = join(folder, `${dieAt}-${commitFirst}.sqlite`);
        const played = await playThrough(file, dieAt, commitFirst);
        killed += played.killed ? 1 : 0;
        expect(played.entered, `killed at write ${dieAt}`).toEqual(states);
        expect(played.tokens.size, `tokens when killed at write ${dieAt}`).toBe(states.length);
        expect(played.history.filter((event) => event.type === 'ExecutionSucceeded')).toHaveLength(1);
      }
      expect(killed).toBe(21);
    },
  );

  it('waits only for the rest of a retry', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const file = join(folder, 'retry.sqlite');
    const definition = {
      StartAt: 'Only',
      States: {
        Only: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'f' },
          Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10 }],
          End: true,
        },
      },
    };
    const first = await setupMachine(definition, () => thrown('Busy'), new DatabaseSync(file));
    const arn = await first.start();
    await settled();
    await first.machines.stop();
    vi.setSystemTime(Date.now() + 9_000);
    const second = await setupMachine(definition, () => ok('done'), new DatabaseSync(file));
    await settled();
    expect(second.events).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    await settled();
    expect(await second.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('keeps the definition it was started with', async () => {
    const file = join(folder, 'old.sqlite');
    const first = await setupMachine(approvalDefinition, () => ok(), new DatabaseSync(file));
    const arn = await first.start();
    await settled();
    await first.machines.stop();
    const changed = { StartAt: 'End', States: { End: { Type: 'Succeed' } } };
    const second = await setupMachine(changed, () => ok(), new DatabaseSync(file));
    await second.approve(first.events[0]?.token ?? '');
    await settled();
    expect(await second.entered(arn)).toEqual(['UnitConfirmation', 'LocalReview']);
  });
});
