import { createHash } from 'node:crypto';
import { maskContacts, maskName, namesPeople } from '#functions/cases/app/mask-contacts.ts';
import type { RawItem } from './export-job.ts';
import { isEntry } from './journal-lines.ts';

type Section = Parameters<typeof maskContacts>[0][number];

const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && 'section' in value && 'content' in value;

/**
 * Officials are told by their ids, files by theirs, since their names say whose they are; contacts of the form are masked
 * as for other units.
 */
const masked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(masked);
  if (value === null || typeof value !== 'object') return value;
  if (isSection(value) && namesPeople(value)) return maskContacts([value])[0];
  const names = 'name' in value && ('personId' in value || 'role' in value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'fileName')
      .map(([key, member]) => [
        key,
        names && key === 'name' && typeof member === 'string' ? maskName(member) : masked(member),
      ]),
  );
};

/** 附言: what people write to each other freely; the journal keeps its digest. */
const isWord = ({ sk }: RawItem): boolean => sk.startsWith('CMT#');

const wordless = ({ text: _text, ...rest }: Readonly<Record<string, unknown>>) => rest;

/** A signed letter's scan or an obligation's evidence, which may show anybody. */
const isFile = ({ sk }: RawItem): boolean => /^(SCAN#|EVIDENCE)/.test(sk);

const digested = ({ content, ...rest }: Readonly<Record<string, unknown>>) => ({
  ...rest,
  sha256: createHash('sha256')
    .update(Buffer.from(String(content), 'base64'))
    .digest('hex'),
});

/** An item without what names people, and without the secret of its digests. Journal entries name nobody anyway. */
export const maskItem = (item: RawItem): RawItem => {
  if (isEntry(item)) return item;
  const { salt: _salt, ...kept } = item;
  return masked(isFile(item) ? digested(kept) : isWord(item) ? wordless(kept) : kept) as RawItem;
};
