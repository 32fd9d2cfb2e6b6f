/** Rows of one page of a list. */
export const pageLimit = '20';

export type Cursor = string | undefined;
export const firstPage: Cursor = undefined;
export const nextOf = (page: { readonly nextCursor?: string | undefined }): Cursor => page.nextCursor;
