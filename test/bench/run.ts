import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { newDataDir, startSystem } from '#test/support/runtime.ts';
import { estimateMonths } from './estimate-months.ts';
import { judgeNumbers } from './judge-numbers.ts';
import { measureBundles } from './measure-bundles.ts';
import { measureDeciding } from './measure-deciding.ts';
import { measureLife } from './measure-life.ts';
import { measureLists } from './measure-lists.ts';
import { measurePages } from './measure-pages.ts';
import { measureStory } from './measure-story.ts';
import { measureSweep } from './measure-sweep.ts';
import { writeCost } from './write-cost.ts';
import { writeReport } from './write-report.ts';

const docs = join(import.meta.dirname, '../../docs');
const started = performance.now();
const step = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
  console.log(`[${((performance.now() - started) / 1000).toFixed(0)} s] ${what}`);
  return work();
};

const bundles = await step('bundles', measureBundles);
const running = await step('start', () => startSystem(newDataDir()));
try {
  const story = await step('one application', () => measureStory(running));
  const life = await step('what follows', () => measureLife(running, story));
  const pages = await step('pages', () => measurePages(running));
  const deciding = await step('deciding', () => measureDeciding(running));
  const { measured: lists } = await step('lists', () => measureLists(running, 'dafeng', [1_000, 100_000]));
  const sweeps = await step('sweep', () => measureSweep(running, [1_000, 100_000]));
  const measured = { story, life, lists, sweeps, bundles, pages };
  const verdicts = judgeNumbers(measured);
  const report = {
    ...measured,
    deciding,
    verdicts,
    takenOn: new Date().toISOString().slice(0, 10),
    processors: availableParallelism(),
  };
  writeFileSync(join(docs, 'bench.md'), writeReport(report));
  writeFileSync(join(docs, 'cost.md'), writeCost(story, await estimateMonths(story, life)));
  for (const { what, limit, measured: value, reached, unless } of verdicts)
    console.log(`${reached ? '  ' : '! '}${what}: ${value} (${limit})${reached ? '' : ` ${unless ?? ''}`}`);
  if (verdicts.some(({ reached, unless }) => !reached && unless === undefined)) process.exitCode = 1;
} finally {
  await step('end', running.stop);
}
