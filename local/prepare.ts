import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** At the end of `npm ci`: the console's production build, so that no start has to wait for it. */
const web = join(import.meta.dirname, '..', 'web');

if (existsSync(join(web, 'vite.config.ts'))) {
  const { build } = await import('vite');
  await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' });
}
