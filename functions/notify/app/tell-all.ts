import type { Membership } from '#functions/tenancy/app/membership.ts';
import type { NoticeHolder } from '#shared/aggregate/notice.ts';
import type { NotifyServices } from './ports.ts';

/** Whoever holds a post; with somebody who was named, those who stand in for them. */
export const peopleOf = async (
  { posts, standIns }: Pick<NotifyServices, 'posts' | 'standIns'>,
  holder: NoticeHolder,
): Promise<readonly Membership[]> => {
  const { tenant, role, membership } = holder;
  const holders = await posts.holdersOf(holder);
  if (membership === undefined) return holders;
  const deputies = await standIns.for(tenant, membership, role);
  const found = await Promise.all(deputies.map((deputy) => posts.standing(tenant, deputy)));
  return [...holders, ...found.flatMap((deputy) => deputy ?? [])];
};

/**
 * Everybody is tried, whoever fails before them; the first failure is thrown at the end, so that it is tried again.
 * Answers until when the notice must wait for those whose working hours have not begun.
 */
export const tellAll = async (tellings: readonly Promise<Date | undefined>[]): Promise<Date | undefined> => {
  const told = await Promise.allSettled(tellings);
  const failure = told.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
  const waits = told.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
  return waits.sort((a, b) => a.getTime() - b.getTime())[0];
};
