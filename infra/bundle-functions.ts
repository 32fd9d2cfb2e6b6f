import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type FunctionName, functionEntries, functionNames } from './function-entries.ts';

/** Directories to be zipped, one a function; `dispose` removes them once the assembly has its own copies. */
export interface FunctionAssets {
  readonly directory: (name: FunctionName) => string;
  readonly dispose: () => void;
}

/** CommonJS dependencies inside an ES module bundle still call `require` for Node's own modules. */
const requireForCommonJs =
  "import{createRequire as createRequireForBundle}from'node:module';const require=createRequireForBundle(import.meta.url);";

/** How everything that runs on Lambda is bundled: the SDK inside too, so that the version tested is the version run. */
export const bundleOptions = {
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  banner: { js: requireForCommonJs },
  alias: { '@aws-sdk/credential-provider-node': './shared/aws/lambda-credentials.ts' },
  minify: true,
  // Chinese as it is: escaped, each character would take six bytes for three.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Bundles every function with one esbuild call: ES modules, syntax of Node 20. A missing entry fails the build and is
 * named.
 *
 * Source maps stay out of the packages, under `.cache/source-maps/`: Lambda would carry them on each cold start
 * without reading them.
 */
export async function bundleFunctions(projectRoot: string): Promise<FunctionAssets> {
  const cache = join(projectRoot, '.cache');
  const maps = join(cache, 'source-maps');
  mkdirSync(maps, { recursive: true });
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: { ...functionEntries },
    // A constant directory, though nothing is written there: paths in source maps must not depend on the run.
    outdir: maps,
    ...bundleOptions,
    sourcemap: 'external',
    sourcesContent: false,
  });
  const staging = mkdtempSync(join(cache, 'functions-'));
  for (const name of functionNames) mkdirSync(join(staging, name));
  for (const file of outputFiles) {
    const name = basename(file.path).replace(/\.mjs(\.map)?$/, '');
    writeFileSync(file.path.endsWith('.map') ? file.path : join(staging, name, 'index.mjs'), file.contents);
  }
  addConsole(projectRoot, join(staging, 'web' satisfies FunctionName));
  return {
    directory: (name) => join(staging, name),
    dispose: () => rmSync(staging, { recursive: true, force: true }),
  };
}

/** The console's production build travels inside the `web` function; before `npm ci` has built it there is none. */
function addConsole(projectRoot: string, webAsset: string): void {
  const built = resolve(projectRoot, 'web/dist');
  if (existsSync(built)) cpSync(built, join(webAsset, 'public'), { recursive: true });
}
