import type { MeView } from '#shared/contracts/me.ts';

const storageKey = 'yunwangtong.membership';

/** The membership chosen in this tab; an id, never a token. */
export const readChosenMembership = (): string | undefined => sessionStorage.getItem(storageKey) ?? undefined;

export const keepChosenMembership = (id: string | undefined): void =>
  id === undefined ? sessionStorage.removeItem(storageKey) : sessionStorage.setItem(storageKey, id);

/** The membership acted under: the only one, or the one that was chosen. */
export const chosenOf = (me: MeView | undefined, chosen: string | undefined) =>
  me?.memberships.length === 1 ? me.memberships[0] : me?.memberships.find(({ id }) => id === chosen);
