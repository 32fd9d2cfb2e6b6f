import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly type: string;
  readonly content: Buffer;
  readonly encoding?: 'br' | 'gzip';
  /** Names under `assets/` carry a hash of their content and never change. */
  readonly immutable: boolean;
}

/** Whether a path asks for a file rather than for one of the console's pages, whose case ids contain dots too. */
export const namesFile = (path: string): boolean =>
  path.startsWith('/assets/') || Object.hasOwn(types, extname(path).toLowerCase());

const inside = (root: string, path: string): string | undefined => {
  const full = normalize(join(root, path));
  return full.startsWith(root + sep) && existsSync(full) && statSync(full).isFile() ? full : undefined;
};

/** A file of the console's build below `root`, compressed as the browser accepts; undefined for all else. */
export const findFile = (root: string, path: string, accepted: string): StaticFile | undefined => {
  const full = inside(root, path);
  const type = full && types[extname(full)];
  if (!full || !type) return undefined;
  const file = { type, immutable: path.startsWith('/assets/') };
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const)
    if (accepted.includes(encoding) && existsSync(full + suffix))
      return { ...file, encoding, content: readFileSync(full + suffix) };
  return { ...file, content: readFileSync(full) };
};
