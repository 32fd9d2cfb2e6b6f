import { type Key, padded } from './key.ts';
import { templatePartition } from './template-keys.ts';

const prefix = 'LETTER#';

/** 责任书文本 of a city, beside its templates: versions that are put once. */
export const letterTextKeys = {
  all: (city: string): { readonly pk: string; readonly prefix: string } => ({
    pk: templatePartition(city),
    prefix,
  }),
  version: (city: string, version: number): Key => ({
    pk: templatePartition(city),
    sk: `${prefix}${padded(version)}`,
  }),
} as const;
