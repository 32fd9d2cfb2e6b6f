import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Manual {
  readonly file: string;
  readonly text: string;
  /** As its `parameters.json` says. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Every line to be typed. */
  readonly commands: readonly string[];
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, body = '']) => body);

/** What a manual tells people to write and to type. */
export const readManual = (file: string): Manual => {
  const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  return {
    file,
    text,
    parameters: JSON.parse(blocks(text, 'json')[0] ?? '{}'),
    commands: blocks(text, 'sh').flatMap((body) => body.split('\n').filter((line) => line !== '')),
  };
};

/** `Stack:Name=value` → `Stack`. */
export const firstPart = (scoped: string): string => scoped.slice(0, scoped.indexOf(':'));
