import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { bundleOptions } from '#infra/bundle-functions.ts';
import { functionEntries } from '#infra/function-entries.ts';
import { embeddedDeployment } from '#test/support/embedded-deployment.ts';

export interface BundleMeasured {
  readonly name: string;
  readonly bytes: number;
  /** Of these: own code, zod and middy. */
  readonly ownBytes: number;
  /** Time to import it, of that of the plain bundle in the same round; the median of all rounds. */
  readonly importRatio: number;
  readonly importMs: number;
}

export interface BundlesMeasured {
  readonly plain: { readonly bytes: number; readonly importMs: number };
  readonly functions: readonly BundleMeasured[];
}

const root = join(import.meta.dirname, '../..');
const rounds = 9;

/** What any function of this kind brings along that is not written by us. */
const plainSource = `
export * as dynamo from '@aws-sdk/client-dynamodb';
export * as documents from '@aws-sdk/lib-dynamodb';
export * as sts from '@aws-sdk/client-sts';
export * as zod from 'zod';
export { default as middy } from '@middy/core';
export { default as headers } from '@middy/http-security-headers';
`;

/** Inputs that count as own: everything but packages, and of these zod and middy. */
const isOwn = (input: string): boolean =>
  !input.includes('node_modules/') || /node_modules\/(zod|@middy)\//.test(input);

const ownBytes = ({ outputs }: Metafile, name: string): number => {
  const output = Object.entries(outputs).find(([file]) => file.endsWith(`/${name}.mjs`))?.[1];
  return Object.entries(output?.inputs ?? {}).reduce(
    (sum, [input, { bytesInOutput }]) => sum + (isOwn(input) ? bytesInOutput : 0),
    0,
  );
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds that a fresh process takes to import a module. */
const importMs = (module: string, environment: Readonly<Record<string, string>>): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const begun = performance.now(); await import(${JSON.stringify(pathToFileURL(module).href)}); console.log(performance.now() - begun)`,
      ],
      { encoding: 'utf8', env: { ...environment, AWS_REGION: 'cn-north-1' } },
    ),
  );

/** Every function's bundle against one with the SDK, zod and middy alone, round by round in turn. */
export const measureBundles = async (): Promise<BundlesMeasured> => {
  const built = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: { ...functionEntries },
    outdir: join(root, '.cache', 'weighed'),
    metafile: true,
  });
  const plain = await build({
    ...bundleOptions,
    // As it comes, with the SDK's own search for credentials.
    alias: {},
    stdin: { contents: plainSource, resolveDir: root },
    outdir: join(root, '.cache', 'weighed'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-plain-'));
  const plainFile = join(folder, 'index.mjs');
  writeFileSync(plainFile, plain.outputFiles[0]?.contents ?? '');
  const specs = (await embeddedDeployment()).functions;
  const bytesOf = (name: string) =>
    built.outputFiles.find(({ path }) => path.endsWith(`/${name}.mjs`))?.contents.length ?? 0;
  try {
    const times = Array.from({ length: rounds }, () => {
      const base = importMs(plainFile, {});
      return {
        base,
        each: specs.map(({ folder: bundle, environment }) =>
          importMs(join(bundle, 'index.mjs'), environment),
        ),
      };
    });
    return {
      plain: {
        bytes: plain.outputFiles[0]?.contents.length ?? 0,
        importMs: median(times.map(({ base }) => base)),
      },
      functions: specs.map(({ name: fullName }, at) => {
        const name = fullName.replace('yunwangtong-', '');
        return {
          name,
          bytes: bytesOf(name),
          ownBytes: ownBytes(built.metafile, name),
          importRatio: median(times.map(({ base, each }) => (each[at] ?? 0) / base)),
          importMs: median(times.map(({ each }) => each[at] ?? 0)),
        };
      }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
