import type { Membership } from '#functions/tenancy/app/membership.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { type HandOver, openHandOver } from '../domain/hand-over.ts';
import { businessPosts } from '../domain/posts.ts';
import { handOverItems } from '../store/hand-over-items.ts';

/** What must be written with a membership that loses posts, so that nothing held under them by name is lost. */
export const endedPostItems = (
  before: Membership,
  after: Membership,
  at: string,
  wallMs: number,
): readonly Record<string, unknown>[] => {
  const kept = after.state === 'active' ? after.roles : [];
  const lost = before.state === 'active' ? businessPosts(before).filter((role) => !kept.includes(role)) : [];
  if (lost.length === 0) return [];
  const { id, personId, name, organisation, tenant } = before;
  const from: HandOver['from'] = {
    membershipId: id,
    personId,
    name,
    organisation: organisation.name,
    roles: lost,
    organisationId: organisation.id,
  };
  const job = openHandOver(
    {
      id: systemIds.next(wallMs),
      tenant,
      from,
      cause: 'postEnded',
      reason: '岗位已停用或调整',
    },
    at,
    new Date(wallMs),
  );
  return handOverItems(job, wallMs);
};
