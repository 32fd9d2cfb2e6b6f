import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BusinessClock } from '#local/clock/business-clock.ts';
import { createFunctions } from '#local/functions/create-functions.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Functions whose modules are these sources, each with one second to answer. */
function setup(sources: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  const clock = new BusinessClock();
  const lines: string[] = [];
  const specs = Object.entries(sources).map(([name, source]) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), source);
    return {
      name,
      arn: `arn:aws:lambda:::function:${name}`,
      roleArn: '',
      folder: join(folder, name),
      handler: 'index.handler',
      timeoutSeconds: 1,
      memoryMiB: 128,
      environment: {},
    };
  });
  const functions = createFunctions({
    outbound: { host: 'outside.invalid', target: 'http://127.0.0.1:9/' },
    specs,
    environmentOf: ({ name }) => ({ NAME: name }),
    clock: clock.cell,
    logFolder: join(folder, 'logs'),
    log: (line) => lines.push(line),
  });
  ends.push(async () => {
    await functions.stop();
    rmSync(folder, { recursive: true });
  });
  return { functions, clock, lines, folder };
}

const ok = (payload: unknown) => ({ ok: true, payload });

describe('a function in its thread', () => {
  it('sees its own environment and nothing of the machine’s', async () => {
    const source = 'export const handler = async () => ({ ...process.env });';
    const { functions } = setup({ one: source, two: source });
    expect(await functions.invoke('one', {})).toEqual(ok({ NAME: 'one' }));
    expect(await functions.invoke('two', {})).toEqual(ok({ NAME: 'two' }));
  });

  it('gets its event as JSON and Lambda’s context', async () => {
    const { functions } = setup({
      one: `export const handler = async (event, context) => ({ event, name: context.functionName,
        left: context.getRemainingTimeInMillis() > 500 && context.getRemainingTimeInMillis() <= 1000 });`,
    });
    const event = { at: new Date(0), none: undefined };
    expect(await functions.invoke('one', event)).toEqual(
      ok({ event: { at: '1970-01-01T00:00:00.000Z' }, name: 'one', left: true }),
    );
  });

  it('answers null for nothing', async () => {
    const { functions } = setup({ one: 'export const handler = async () => {};' });
    expect(await functions.invoke('one', {})).toEqual(ok(null));
  });

  it('reads the business clock that is set outside', async () => {
    const { functions, clock } = setup({
      one: "export const handler = async () => globalThis[Symbol.for('yunwangtong.business-clock')]() - Date.now();",
    });
    await functions.invoke('one', {});
    clock.shiftMs = 86_400_000;
    const { payload } = (await functions.invoke('one', {})) as { payload: number };
    expect(Math.abs(payload - 86_400_000)).toBeLessThan(50);
  });

  it('writes what it prints to its log', async () => {
    const { functions, folder } = setup({ one: "export const handler = async () => console.log('印出');" });
    await functions.invoke('one', {});
    await functions.stop();
    await expect.poll(() => readFileSync(join(folder, 'logs/one.log'), 'utf8')).toContain('印出');
  });
});

describe('a function that fails', () => {
  const failing = setup.bind(undefined, {
    throws: "export const handler = async () => { throw new RangeError('too far'); };",
    exits: `let calls = 0; export const handler = async (event) => { calls += 1;
      if (event.exit) process.exit(3); if (event.crash) setTimeout(() => { throw new Error('later'); }, 1);
      if (event.crash) await new Promise(() => {}); return calls; };`,
    hangs:
      'export const handler = async (event) => event.hang ? new Promise(() => {}) : event.spin ? (() => { for (;;); })() : 1;',
    broken: 'export const handler = ;',
    long: "export const handler = async () => 'x'.repeat(7 * 1024 * 1024);",
  });

  it('by throwing is reported as handled, with the error’s name', async () => {
    expect(await failing().functions.invoke('throws', {})).toEqual({
      ok: false,
      errorType: 'RangeError',
      errorMessage: 'too far',
      handled: true,
    });
  });

  it.each([{ exit: true }, { crash: true }])('by ending its thread (%j) is started anew', async (event) => {
    const { functions, lines } = failing();
    expect(await functions.invoke('exits', {})).toEqual(ok(1));
    expect(await functions.invoke('exits', event)).toMatchObject({
      errorType: 'Runtime.ExitError',
      handled: false,
    });
    expect(await functions.invoke('exits', {})).toEqual(ok(1));
    expect(lines).toEqual([expect.stringContaining('exits')]);
  });

  it.each([{ hang: true }, { spin: true }])(
    'by hanging (%j) times out and is started anew',
    async (event) => {
      const { functions } = failing();
      expect(await functions.invoke('hangs', event)).toMatchObject({
        errorType: 'Sandbox.Timedout',
        errorMessage: 'Task timed out after 1.00 seconds',
        handled: false,
      });
      expect(await functions.invoke('hangs', {})).toEqual(ok(1));
    },
  );

  it('to load says so at every invocation', async () => {
    const { functions } = failing();
    const expected = { ok: false, errorType: 'Runtime.UserCodeSyntaxError', handled: false };
    expect(await functions.invoke('broken', {})).toMatchObject(expected);
    expect(await functions.invoke('broken', {})).toMatchObject(expected);
  });

  it('by answering more than 6 MB is told so', async () => {
    expect(await failing().functions.invoke('long', {})).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
  });

  it('by being sent more than 6 MB is not called', async () => {
    expect(await failing().functions.invoke('throws', 'x'.repeat(7 * 1024 * 1024))).toMatchObject({
      errorType: 'RequestTooLargeException',
    });
  });

  it('by not existing is not found', async () => {
    expect(await failing().functions.invoke('nobody', {})).toMatchObject({
      errorType: 'ResourceNotFoundException',
    });
  });
});
