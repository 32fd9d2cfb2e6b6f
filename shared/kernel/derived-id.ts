import { createHash } from 'node:crypto';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Of the 26 letters of an id the last are its own, those before are its time. */
const ownLength = 16;

/** The id of what follows from another for a reason: of the same time, always the same, and a different one for each reason. */
export const derivedId = (id: string, reason: string): string => {
  const own = createHash('sha256').update(`${id} ${reason}`).digest().subarray(0, ownLength);
  const letters = [...own].map((byte) => crockford[byte % crockford.length]).join('');
  return `${id.slice(0, -ownLength)}${letters}`;
};
