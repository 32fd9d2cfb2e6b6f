import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredParameters } from './scope-parameters.ts';

const suffix = '.template.json';

/** What the templates of an assembly ask for, stack by stack. */
export const declaredParameters = (assembly: string): DeclaredParameters[] =>
  readdirSync(assembly)
    .filter((file) => file.endsWith(suffix))
    .map((file) => ({
      stack: file.slice(0, -suffix.length),
      parameters: JSON.parse(readFileSync(join(assembly, file), 'utf8')).Parameters ?? {},
    }));
