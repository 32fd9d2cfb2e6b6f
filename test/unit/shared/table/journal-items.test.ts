import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workShape } from '#functions/provisioning/store/work-shape.ts';
import { chainHash, genesisHash } from '#shared/kernel/journal-chain.ts';
import { journalItem, journalOf, parsePlace, writtenOn } from '#shared/table/journal-items.ts';
import { keys, shardOf } from '#shared/table/keys.ts';

const root = join(import.meta.dirname, '../../../..');
const entry = {
  content: { seq: 12, at: '2026-01-01T00:00:00.000Z' },
  hash: chainHash(genesisHash, { seq: 12, at: '2026-01-01T00:00:00.000Z' }),
};

describe('a journal entry in the table', () => {
  it('is found under the Shanghai day and the instant of its writing, whatever its own clock says', () => {
    const key = keys.caseEntry('yancheng/dafeng', 'dafeng.01', 12);
    const item = journalItem(key, entry, Date.parse('2026-11-30T16:30:00.000Z'));
    expect(item).toMatchObject({ ...key, ...entry });
    expect(item['g2pk']).toBe(writtenOn('2026-12-01', shardOf(key.pk)));
    expect(parsePlace(String(item['g2sk']))).toEqual({
      at: '2026-11-30T16:30:00.000Z',
      counted: key.pk,
      seq: 12,
    });
  });

  it('that lies with a provider is anchored with the tenant whose order it is', () => {
    const work = {
      provider: { id: 'p', name: '云服务商' },
      workId: 'dafeng.01-b1',
      tenant: 'yancheng/dafeng',
    };
    const ref = { provider: 'p', workId: 'dafeng.01-b1' };
    const counted = workShape.countedAs?.(ref, work as never) ?? '';
    const item = journalItem({ pk: workShape.partitionOf(ref), sk: 'EV#000012' }, entry, 0, counted);
    expect(item['pk']).toBe('P#p#W#dafeng.01-b1');
    expect(journalOf(parsePlace(String(item['g2sk'])).counted)).toEqual({
      tenant: 'yancheng/dafeng',
      journal: 'W#p#dafeng.01-b1',
    });
  });

  it.each([
    [keys.caseEntry('yancheng/dafeng', 'dafeng.01', 1).pk, 'yancheng/dafeng', 'C#dafeng.01'],
    [keys.administrationEntry('kaifeng/_city', 1).pk, 'kaifeng/_city', 'ADMINISTRATION'],
    [keys.catalogueEntry('yancheng', 1).pk, 'yancheng/_city', 'R#CATALOGUE'],
  ])('%s is a journal of %s, called %s', (pk, tenant, journal) => {
    expect(journalOf(pk)).toEqual({ tenant, journal });
  });

  it('of nobody’s is refused', () => {
    for (const pk of ['S#SWEEP', 'L#0123', 'T#nowhere#C#1']) expect(() => journalOf(pk)).toThrow();
  });
});

describe('whoever chains a journal', () => {
  const sources = ['functions', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8') })),
  );
  const owner = (path: string) =>
    path.startsWith('shared/') ? 'shared' : path.split('/').slice(0, 2).join('/');
  const owners = (word: RegExp) =>
    new Set(
      sources
        .filter(({ path, text }) => word.test(text) && !/journal-(chain|items)\.ts$/.test(path))
        .map(({ path }) => owner(path)),
    );

  it('stores its entries where the anchoring finds them', () => {
    const chaining = owners(/\bchainHash\(/);
    expect(chaining.size).toBeGreaterThan(3);
    const storing = owners(/\bjournalItem\(/);
    expect([...chaining].filter((one) => !storing.has(one))).toEqual([]);
  });
});
