import { type Key, padded } from './key.ts';

/** A city's catalogue whole: head, draft, versions, rows, standards, journal. */
const cataloguePartition = (city: string): string => `R#${city}#CATALOGUE`;

export const catalogueKeys = {
  /** What pricing and every command begin with: the versions in force and to come, the draft's head, the journal's. */
  catalogueHead: (city: string): Key => ({ pk: cataloguePartition(city), sk: 'HEAD' }),
  catalogueStandards: (city: string): Key => ({ pk: cataloguePartition(city), sk: 'STANDARDS' }),
  catalogueDraft: (city: string, part: number): Key => ({
    pk: cataloguePartition(city),
    sk: `DRAFT#${padded(part)}`,
  }),
  catalogueVersion: (city: string, version: string): Key => ({
    pk: cataloguePartition(city),
    sk: `VERSION#${version}`,
  }),
  catalogueRow: (city: string, content: string, bucket: number): Key => ({
    pk: cataloguePartition(city),
    sk: `ROWS#${content}#${padded(bucket)}`,
  }),
  catalogueEntry: (city: string, seq: number): Key => ({
    pk: cataloguePartition(city),
    sk: `J#${padded(seq)}`,
  }),
} as const;
