const storageKey = 'yunwangtong.membership';

/** The membership chosen in this tab; an id, never a token. */
export const readChosenMembership = (): string | undefined => sessionStorage.getItem(storageKey) ?? undefined;

export const keepChosenMembership = (id: string | undefined): void =>
  id === undefined ? sessionStorage.removeItem(storageKey) : sessionStorage.setItem(storageKey, id);
