import { markerPrefix } from '../markers.ts';
import type { Key } from './key.ts';

export const linkKeys = {
  /** An approval link, by the SHA-256 of its token. */
  link: (linkId: string): Key => ({ pk: `L#${linkId}`, sk: 'LINK' }),
  linkNotice: (linkId: string, id: string): Key => ({
    pk: `L#${linkId}`,
    sk: `${markerPrefix('notice')}${id}`,
  }),
} as const;
