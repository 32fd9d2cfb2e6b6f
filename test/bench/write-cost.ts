import { countiesSharing, type MonthsEstimate } from './estimate-months.ts';
import file from './prices.json' with { type: 'json' };
import { tableOf } from './write-report.ts';

const usd = (value: number): string => value.toFixed(4);

/** `docs/cost.md`. */
export const writeCost = ({
  installationUsd,
  alarms,
  queues,
  months,
}: MonthsEstimate): string => `# Cost of a county's month

Written by \`npm run bench\` from the same weighed actions and price file as [bench.md](bench.md): list prices of
${file.region} as of ${file.asOf}, without free tier. China regions have prices of their own; their order is the same.

${tableOf(
  [
    'county',
    'applications a month',
    'console hours',
    'applications US$',
    'consoles US$',
    'storage US$',
    'share of the installation US$',
    'together US$',
  ],
  months.map(({ size, ...each }) => [
    size.name,
    size.applications,
    size.deskHours,
    usd(each.applicationsUsd),
    usd(each.consoleUsd),
    usd(each.storageUsd),
    usd(each.sharedUsd),
    usd(each.totalUsd),
  ]),
)}

- **Applications**: each with one correction, everything that follows included.
- **Consoles**: a page that stands open asks for tasks and messages every minute.
- **Storage**: a year of applications in the table, with point-in-time recovery, and their files.
- **Installation**, US$ ${usd(installationUsd)} a month, shared by ${countiesSharing} counties: ${alarms} alarms, the sweep every five
  minutes, and Lambda's looking into ${queues} queues. It is most of what a small county costs.
- Not in it: traces (X-Ray), custom metrics, logs of functions and machines and their storage, the hourly anchoring, what follows an
  approval; transfer out to the internet, domain and certificate, support, and the people.
`;
