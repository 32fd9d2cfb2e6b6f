import { readFileSync } from 'node:fs';
import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Cast, WrittenApplication } from '#examples/play-application.ts';

/** The people of an application in a Yancheng county. */
export const countyCast = async (
  system: EmbeddedSystem,
  county = 'dafeng',
  clientFor: typeof clientOf = clientOf,
): Promise<Cast> => {
  const [clerk, cdo, reviewer, leader, operator] = await Promise.all([
    clientFor(system, `${county}-clerk`),
    clientFor(system, `${county}-cdo`),
    clientFor(system, `${county}-reviewer`),
    clientFor(system, `${county}-leader`),
    clientFor(system, 'yancheng-operator'),
  ]);
  return { clerk, cdo, reviewer, leader, operator };
};

/** The realistic application that the demo files. */
export const writtenApplication = (): WrittenApplication =>
  JSON.parse(readFileSync('examples/dafeng-application.json', 'utf8')) as WrittenApplication;
