import type { Client } from '../../client.ts';
import { clientOf, type EmbeddedSystem } from '../../embedded-system.ts';
import type { Tell } from '../../play-application.ts';
import { type Desk, deskOf } from '../../play-opening.ts';
import type { BusinessClock } from '../told.ts';

/** Who takes part in Kaifeng: the unit, the authority's two officers, an expert and the provider. */
export interface KaifengCast {
  readonly clerk: Client;
  readonly head: Client;
  readonly authority: Client;
  readonly officer: Client;
  readonly expert: Client;
  readonly provider: Client;
  readonly desks: { readonly clerk: Desk; readonly authority: Desk; readonly provider: Desk };
}

/** What every part of the chapter is played with. */
export interface KaifengTold {
  readonly cast: KaifengCast;
  readonly clock: BusinessClock;
  readonly tell: Tell;
}

/** The people of the chapter, with a unit of this county. */
export const kaifengPeople = async (
  system: Pick<EmbeddedSystem, 'baseUrl'>,
  county: string,
): Promise<KaifengCast> => {
  const client = (user: string) => clientOf(system, user);
  const [clerk, head, authority, officer, expert, provider] = await Promise.all([
    client(`${county}-clerk`),
    client(`${county}-head`),
    client('kaifeng-authority'),
    client('kaifeng-officer'),
    client('kaifeng-expert'),
    client('kaifeng-provider'),
  ]);
  const desks = { clerk: deskOf(clerk), authority: deskOf(authority), provider: deskOf(provider) };
  return { clerk, head, authority, officer, expert, provider, desks };
};
