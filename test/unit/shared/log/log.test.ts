import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logCodes } from '#shared/log/log.ts';

const root = join(import.meta.dirname, '../../../..');

/** What a function that logs so writes to its output. */
const written = (code: string): Record<string, unknown> => {
  const script = `import { log } from '${join(root, 'shared/log/log.ts')}'; ${code}`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(run.stdout + run.stderr);
};

const sources = ['functions', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8') })),
);

describe('a log line', () => {
  it('is one line of JSON with its registered code and message', () => {
    expect(written("log.info('sweep.done', { delivered: 3 })")).toMatchObject({
      level: 'INFO',
      code: 'sweep.done',
      message: logCodes['sweep.done'],
      delivered: 3,
    });
  });

  it('names the request for which it is written, and only while that is worked on', () => {
    const line = (code: string) =>
      written(`import { followRequest } from '${join(root, 'shared/log/followed-request.ts')}'; ${code}`);
    const done = "log.info('effect.done', { kind: 'k' })";
    expect(line(`await followRequest({ correlationId: 'r1' }, async () => ${done})`)).toMatchObject({
      code: 'effect.done',
      correlationId: 'r1',
      kind: 'k',
    });
    expect(line(`await followRequest({ correlationId: 'r1' }, async () => {}); ${done}`)).not.toHaveProperty(
      'correlationId',
    );
  });

  it('counts as a metric by its code in CloudWatch’s own format, and by nothing of whom it is about', () => {
    const line = written("log.info('http.refused', { operation: 'listTasks', refusal: 'not-found' })");
    const { Timestamp, CloudWatchMetrics } = line['_aws'] as {
      Timestamp: number;
      CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[];
    };
    expect(Math.abs(Timestamp - Date.now())).toBeLessThan(60_000);
    expect(CloudWatchMetrics.map(({ Namespace }) => Namespace)).toEqual(['yunwangtong']);
    const [metric] = CloudWatchMetrics;
    expect(metric?.Dimensions).toEqual([['code'], ['code', 'refusal']]);
    for (const name of [
      ...(metric?.Dimensions.flat() ?? []),
      ...(metric?.Metrics ?? []).map(({ Name }) => Name),
    ])
      expect(line).toHaveProperty(name);
  });

  it('of an error tells what failed, and counts too', () => {
    const line = written("log.error('anchor.failed', new Error('why'), { tenant: 'a/b' })");
    expect(line).toMatchObject({
      level: 'ERROR',
      code: 'anchor.failed',
      Logged: 1,
      error: { message: 'why' },
    });
  });
});

describe('the register of log codes', () => {
  it('holds no code that nothing writes', () => {
    const text = sources.filter(({ path }) => !path.endsWith('log/log.ts')).map((source) => source.text);
    const unused = Object.keys(logCodes).filter(
      (code) => !text.some((source) => source.includes(`'${code}'`)),
    );
    expect(unused).toEqual([]);
  });

  it('is the only way to write a line', () => {
    const own = sources.filter(
      ({ path, text }) =>
        /\bconsole\.\w+\(|new Logger\(|process\.std(out|err)/.test(text) &&
        !path.endsWith('log/log.ts') &&
        !/^functions\/[^/]+\/admin\//.test(path) &&
        !path.startsWith('shared/regulation/trace/'),
    );
    expect(own.map(({ path }) => path)).toEqual([]);
  });
});
