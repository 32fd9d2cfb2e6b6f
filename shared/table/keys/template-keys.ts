import { type Key, padded } from './key.ts';

export const templatePartition = (city: string): string => `R#${city}#TEMPLATES`;

export const templateKeys = {
  /** Which document template of a kind a city uses. */
  templateInForce: (city: string, kind: string): Key => ({ pk: templatePartition(city), sk: `NOW#${kind}` }),
  templateVersion: (city: string, kind: string, version: number): Key => ({
    pk: templatePartition(city),
    sk: `V#${kind}#${padded(version)}`,
  }),
  /** Its bytes, apart, so that the list of changes is read without them. */
  templateContent: (city: string, kind: string, version: number): Key => ({
    pk: templatePartition(city),
    sk: `BYTES#${kind}#${padded(version)}`,
  }),
} as const;
