import type { Key } from './key.ts';
import { noticePrefix } from './marker-keys.ts';

export const linkKeys = {
  /** An approval link, by the SHA-256 of its token. */
  link: (linkId: string): Key => ({ pk: `L#${linkId}`, sk: 'LINK' }),
  linkNotice: (linkId: string, id: string): Key => ({ pk: `L#${linkId}`, sk: `${noticePrefix}${id}` }),
} as const;
