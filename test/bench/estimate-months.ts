import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedAssembly } from '#test/support/embedded-deployment.ts';
import type { LifeMeasured } from './measure-life.ts';
import type { StoryMeasured } from './measure-story.ts';
import file from './prices.json' with { type: 'json' };
import { type Amounts, costOf } from './weigh-cost.ts';
import { addWeighed, type CostLine, timesWeighed, type Weighed, watchLines } from './weigh-watch.ts';

const { assumed } = file;

/** A county by how much it uses the system in a month. */
export interface CountySize {
  readonly name: string;
  readonly applications: number;
  /** Hours that consoles stand open, of all its people together. */
  readonly deskHours: number;
}

export const sizes: readonly CountySize[] = [
  { name: 'small', applications: 4, deskHours: 130 },
  { name: 'medium', applications: 20, deskHours: 660 },
  { name: 'large', applications: 80, deskHours: 2_600 },
];

/** Counties that share an installation, and what stands there whether anybody works or not. */
export const countiesSharing = 10;
const monthsKept = 12;
const minutesPerMonth = 30 * 24 * 60;
const sweepEveryMinutes = 5;
const gib = 2 ** 30;

const countResources = (folder: string, type: string): number =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.template.json'))
    .flatMap((name) =>
      Object.values(
        (
          JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
            Resources: Record<string, { Type: string }>;
          }
        ).Resources,
      ),
    )
    .filter(({ Type }) => Type === type).length;

const attachmentBytes = (): number => {
  const folder = join(import.meta.dirname, '../../examples/attachments');
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
};

export interface MonthEstimate {
  readonly size: CountySize;
  readonly lines: readonly CostLine[];
  readonly totalUsd: number;
  /** Where functions are not traced. */
  readonly untracedUsd: number;
}

export interface MonthsEstimate {
  /** What stands there for all counties together, line by line. */
  readonly installation: readonly CostLine[];
  readonly installationUsd: number;
  readonly months: readonly MonthEstimate[];
  /** Cases that the weighed export held. */
  readonly exportedCases: number;
}

const sumOf = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);
const tracesIn = (lines: readonly CostLine[]): number => sumOf(lines.filter(({ what }) => what === 'traces'));
const lineOf = (what: string, amounts: Amounts): CostLine => ({ what, usd: costOf(amounts).total });

/** Each with what it asks for, then what all of them leave in traces and logs. */
const linesOf = (parts: Readonly<Record<string, Weighed>>): readonly CostLine[] => [
  ...Object.entries(parts).map(([what, { amounts }]) => lineOf(what, amounts)),
  ...watchLines(addWeighed(...Object.values(parts)).watch),
];

const installationOf = async (story: StoryMeasured, life: LifeMeasured): Promise<readonly CostLine[]> => {
  const folder = await embeddedAssembly();
  const alarms = countResources(folder, 'AWS::CloudWatch::Alarm');
  const queues = countResources(folder, 'AWS::Lambda::EventSourceMapping') - 1;
  const metrics = new Set([...story.metrics, ...life.metrics]).size;
  return [
    lineOf(`${alarms} alarms`, { alarmMonth: alarms }),
    lineOf(`${metrics} custom metrics`, { metricMonth: metrics }),
    lineOf(`looks into ${queues} idle queues`, {
      queueRequest: queues * assumed.idleQueueRequestsPerMonth.value,
    }),
    ...linesOf({
      'sweep every five minutes': timesWeighed(story.sweep, minutesPerMonth / sweepEveryMinutes),
      'anchoring every hour': addWeighed(
        timesWeighed(story.anchoring, minutesPerMonth / 60),
        timesWeighed(story.anchoredTenant, assumed.anchoredHoursPerMonth.value),
      ),
    }),
  ];
};

/** What a county keeps for a year. */
const storageOf = (size: CountySize, caseBytes: number): Amounts => {
  const kept = size.applications * monthsKept;
  const tableGiB = (kept * caseBytes) / gib;
  return {
    tableGiBMonth: tableGiB,
    recoveryGiBMonth: tableGiB,
    objectGiBMonth: (kept * attachmentBytes()) / gib,
  };
};

/** List price of a county's month at each size, its share of the installation included. */
export const estimateMonths = async (story: StoryMeasured, life: LifeMeasured): Promise<MonthsEstimate> => {
  const installation = await installationOf(story, life);
  const installationUsd = sumOf(installation);
  const [, ...behind] = life.phases.map(({ weighed }) => weighed);
  const months = sizes.map((size): MonthEstimate => {
    const exported = (size.applications * monthsKept) / life.export.cases;
    const lines = [
      ...linesOf({
        applications: timesWeighed(story, size.applications),
        'what follows them': timesWeighed(addWeighed(...behind), size.applications),
        'open consoles': timesWeighed(story.poll, size.deskHours * 60),
        'whole exports': timesWeighed(life.export.weighed, exported * assumed.exportsPerMonth.value),
        'anchoring of its journals': timesWeighed(story.anchoredTenant, assumed.anchoredHoursPerMonth.value),
      }),
      lineOf('storage', storageOf(size, story.caseBytes)),
      { what: 'share of the installation', usd: installationUsd / countiesSharing },
    ];
    const totalUsd = sumOf(lines);
    const untracedUsd = totalUsd - tracesIn(lines) - tracesIn(installation) / countiesSharing;
    return { size, lines, totalUsd, untracedUsd };
  });
  return { installation, installationUsd, months, exportedCases: life.export.cases };
};
