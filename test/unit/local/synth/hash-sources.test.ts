import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { hashSources } from '#local/synth/hash-sources.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function setup() {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  roots.push(root);
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write('functions/cases/api/http.ts', 'one');
  write('cdk.json', '{}');
  return { root, write, before: hashSources(root) };
}

it('is the same for the same sources', () => {
  const { root, before } = setup();
  expect(hashSources(root)).toBe(before);
});

it.each([
  'functions/cases/api/http.ts',
  'infra/app.ts',
  'shared/x/y.ts',
  'web/dist/index.html',
  'package-lock.json',
])('changes with %s', (path) => {
  const { root, write, before } = setup();
  write(path, 'two');
  expect(hashSources(root)).not.toBe(before);
});

it('changes when a file is renamed', () => {
  const { root, before } = setup();
  renameSync(join(root, 'functions/cases/api/http.ts'), join(root, 'functions/cases/api/https.ts'));
  expect(hashSources(root)).not.toBe(before);
});

it.each(['local/start.ts', 'test/x.test.ts', 'web/app/main.tsx', 'README.md'])(
  'does not depend on %s',
  (path) => {
    const { root, write, before } = setup();
    write(path, 'two');
    expect(hashSources(root)).toBe(before);
  },
);
