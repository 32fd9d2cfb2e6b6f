import { actorOf } from '#functions/tenancy/app/membership.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Link } from '../domain/link.ts';
import type { LinkServices } from './ports.ts';
import { linkIdOf } from './secrets.ts';

export const findLink = async (services: LinkServices, token: string): Promise<Link | undefined> => {
  const id = linkIdOf(token);
  return id === undefined ? undefined : services.links.load(id);
};

/** The link's person, while they hold the membership that it was made for. */
export const actorOfLink = async (services: LinkServices, { holder }: Link): Promise<Actor | undefined> => {
  const membership = await services.posts.standing(holder.tenant, holder.membershipId);
  return membership?.personId === holder.personId ? actorOf(membership) : undefined;
};
