import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Cast } from '#examples/play-application.ts';
import { playApproved } from '#examples/play-approved.ts';
import { deskOf, type OpeningCast } from '#examples/play-opening.ts';
import { countyCast } from './county-cast.ts';

import { applicationWith } from './file-application.ts';
import { switchedOff } from './sample-application.ts';

export { awaitRead, confirmedOrder, type Desk, deskOf, openAll } from '#examples/play-opening.ts';

export interface ProvisioningCast extends Cast, OpeningCast {}

/** The people of a county application, and the city's provider. */
export const provisioningCast = async (
  system: EmbeddedSystem,
  county = 'dafeng',
  clientFor: typeof clientOf = clientOf,
): Promise<ProvisioningCast> => {
  const [cast, provider] = await Promise.all([
    countyCast(system, county, clientFor),
    clientFor(system, 'yancheng-provider'),
  ]);
  const { clerk, cdo, operator } = cast;
  return {
    ...cast,
    desks: {
      clerk: deskOf(clerk),
      cdo: deskOf(cdo),
      operator: deskOf(operator),
      provider: deskOf(provider),
    },
  };
};

export interface AskedLine {
  readonly productId?: string;
  readonly quantity: number;
  readonly pool?: string;
  readonly zone?: string;
}

/** The realistic application's changes that ask for these lines and no computing beside them. */
const asking = (lines: readonly AskedLine[]) => ({
  resources: {
    lines: lines.map(({ productId = 'host-4c8g', ...line }, index) => ({
      lineNo: index + 1,
      productId,
      pool: 'countyPool',
      zone: 'extranet',
      purpose: '业务应用节点',
      basis: '按并发测算',
      ...line,
    })),
  },
  declarations: { backup: 'own' },
  compute: switchedOff('compute'),
});

/** An application on these lines, up to 办结; answers its id, which is the order's. */
export const approvedCase = async (
  cast: Cast,
  lines: readonly AskedLine[],
  systemName?: string,
  plan: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const written = applicationWith({ ...asking(lines), plan });
  const named =
    systemName === undefined
      ? written
      : {
          ...written,
          systemName,
          sections: {
            ...written.sections,
            report: { ...written.sections['report'], systemName },
            plan: { ...written.sections['plan'], systemName },
          },
        };
  return playApproved(cast, named);
};

/** The department's letter, signed where it is not yet. */
export const signedLetter = async ({ desks }: Pick<ProvisioningCast, 'desks'>): Promise<void> => {
  const { signatures } = await desks.cdo.letter();
  if (signatures.length > 0) return;
  const { status, body } = await desks.cdo.signLetter();
  if (status !== 200) throw new Error(JSON.stringify(body));
};
