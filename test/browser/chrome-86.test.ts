import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laterScript, laterStyle } from '#test/support/browser/chrome-86.ts';

const assets = join(import.meta.dirname, '../../web/dist/assets');

/** What a check finds in the built files of an ending, each with its file. */
const findIn = async (ending: string, check: (code: string) => Promise<readonly string[]>) => {
  const names = readdirSync(assets).filter((name) => name.endsWith(ending));
  expect(names).not.toEqual([]);
  const found = await Promise.all(
    names.map(async (name) =>
      (await check(readFileSync(join(assets, name), 'utf8'))).map((line) => `${name}: ${line.slice(0, 300)}`),
    ),
  );
  return found.flat();
};

describe('the built console is held to Chrome 86', () => {
  it('in its scripts', async () => {
    expect(await findIn('.js', laterScript)).toEqual([]);
  });

  it('in its style sheets', async () => {
    expect(await findIn('.css', laterStyle)).toEqual([]);
  });

  it.each([
    ['a static block', 'class A { static { run(); } }'],
    ['a private name asked for', 'class A { #a; has(b) { return #a in b; } }'],
    ['await at the top', 'await start(); export {};'],
  ])('the check finds %s', async (_name, code) => {
    expect(await laterScript(code).catch(() => ['refused'])).not.toEqual([]);
  });

  it.each([
    'a{inset:0}',
    ':where(.a){color:red}',
    '.a{.b{color:red}}',
    '.a{height:100dvh}',
    '.a{aspect-ratio:1}',
  ])('the check finds %s', async (css) => {
    expect(await laterStyle(css)).not.toEqual([]);
  });

  it('the check lets pass what Chrome 86 reads', async () => {
    expect(await laterScript('a ??= b ?? 1_000; class A { #a = 1; }')).toEqual([]);
    expect(await laterStyle('.a{display:flex;gap:4px;width:min(1px,2px)}.b:focus-visible{top:0}')).toEqual(
      [],
    );
  });
});
