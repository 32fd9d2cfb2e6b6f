import { readFileSync } from 'node:fs';
import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Cast, WrittenApplication } from '#examples/play-application.ts';

/** The people of an application in a Yancheng county. */
export const countyCast = async (system: EmbeddedSystem, county = 'dafeng'): Promise<Cast> => {
  const [clerk, cdo, reviewer, leader, operator] = await Promise.all([
    clientOf(system, `${county}-clerk`),
    clientOf(system, `${county}-cdo`),
    clientOf(system, `${county}-reviewer`),
    clientOf(system, `${county}-leader`),
    clientOf(system, 'yancheng-operator'),
  ]);
  return { clerk, cdo, reviewer, leader, operator };
};

/** The realistic application that the demo files. */
export const writtenApplication = (): WrittenApplication =>
  JSON.parse(readFileSync('examples/dafeng-application.json', 'utf8')) as WrittenApplication;
