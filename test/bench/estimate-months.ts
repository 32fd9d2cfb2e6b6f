import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedAssembly } from '#test/support/embedded-deployment.ts';
import type { StoryMeasured } from './measure-story.ts';
import file from './prices.json' with { type: 'json' };
import { type Amounts, addAmounts, costOf, timesAmounts } from './weigh-cost.ts';

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
  readonly applicationsUsd: number;
  readonly consoleUsd: number;
  readonly storageUsd: number;
  readonly sharedUsd: number;
  readonly totalUsd: number;
}

export interface MonthsEstimate {
  readonly installationUsd: number;
  readonly alarms: number;
  readonly queues: number;
  readonly months: readonly MonthEstimate[];
}

/** List price of a county's month at each size, its share of the installation included. */
export const estimateMonths = async (story: StoryMeasured): Promise<MonthsEstimate> => {
  const folder = await embeddedAssembly();
  const alarms = countResources(folder, 'AWS::CloudWatch::Alarm');
  const queues = countResources(folder, 'AWS::Lambda::EventSourceMapping') - 1;
  const installation: Amounts = addAmounts(timesAmounts(story.sweep, minutesPerMonth / sweepEveryMinutes), {
    alarmMonth: alarms,
    queueRequest: queues * file.assumed.idleQueueRequestsPerMonth.value,
  });
  const installationUsd = costOf(installation).total;
  const months = sizes.map((size): MonthEstimate => {
    const kept = size.applications * monthsKept;
    const tableGiB = (kept * story.caseBytes) / gib;
    const applicationsUsd = costOf(timesAmounts(story.amounts, size.applications)).total;
    const consoleUsd = costOf(timesAmounts(story.poll, size.deskHours * 60)).total;
    const storageUsd = costOf({
      tableGiBMonth: tableGiB,
      recoveryGiBMonth: tableGiB,
      objectGiBMonth: (kept * attachmentBytes()) / gib,
    }).total;
    const sharedUsd = installationUsd / countiesSharing;
    return {
      size,
      applicationsUsd,
      consoleUsd,
      storageUsd,
      sharedUsd,
      totalUsd: applicationsUsd + consoleUsd + storageUsd + sharedUsd,
    };
  });
  return { installationUsd, alarms, queues, months };
};
