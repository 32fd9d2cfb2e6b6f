import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '#local/java/inspect-process.ts';

const mine = String(process.pid);

const ownerOf = (claim: string): string | undefined => {
  try {
    return readFileSync(claim, 'utf8');
  } catch {
    return undefined;
  }
};

const takes = (claim: string): boolean => {
  try {
    writeFileSync(claim, mine, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

/**
 * The folder of this process among those of its project, the same for all of its files; of a process that is gone it
 * takes the place. Vitest's own numbers of processes do not tell them apart: two that run at once can have the same.
 */
export const claimFolder = (folders: readonly string[]): string => {
  const claims = folders.map((folder) => ({ folder, claim: join(folder, 'claimed-by') }));
  const known = claims.find(({ claim }) => ownerOf(claim) === mine);
  if (known) return known.folder;
  const free = claims.find(({ claim }) => takes(claim));
  if (free) return free.folder;
  const left = claims.find(({ claim }) => !isAlive(Number(ownerOf(claim))));
  if (!left) throw new Error(`no system for this process: all ${folders.length} are taken`);
  writeFileSync(left.claim, mine);
  return left.folder;
};
