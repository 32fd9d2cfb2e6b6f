import type { Drafts } from './draft-store.ts';

const prefix = 'unsaved ';
const nameOf = (membership: string, caseId: string) => `${prefix}${membership} ${caseId}`;

type Kept = Readonly<
  Record<string, { readonly content: Readonly<Record<string, unknown>>; readonly version: number }>
>;

/** Keeps what could not be saved in this tab, over a new sign-in; nothing is kept of what was saved. */
export const keepUnsaved = (membership: string, caseId: string, drafts: Drafts): void => {
  const unsaved = Object.entries(drafts).filter(([, { saving }]) => saving.at !== 'saved');
  if (unsaved.length === 0) return;
  const kept: Kept = Object.fromEntries(
    unsaved.map(([section, { content, version }]) => [section, { content, version }]),
  );
  sessionStorage.setItem(nameOf(membership, caseId), JSON.stringify(kept));
};

/** What was kept, once. */
export const takeKept = (membership: string, caseId: string): Kept => {
  const name = nameOf(membership, caseId);
  const text = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return text === null ? {} : (JSON.parse(text) as Kept);
};

/** Who signs out leaves nothing behind in the tab. */
export const forgetAllKept = (): void => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
};
