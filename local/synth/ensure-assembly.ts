import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { hashSources } from './hash-sources.ts';

/** The embedded runtime's place in the cloud's geography; the emulators' usual account. */
const placement = { CDK_DEFAULT_ACCOUNT: '000000000000', CDK_DEFAULT_REGION: 'cn-north-1' };
const touchMs = 10 * 60_000;
const keptMs = 6 * touchMs;

const touch = (folder: string) => utimesSync(folder, new Date(), new Date());

async function synthesize(root: string, output: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ['infra/app.ts', '--output', output], {
    cwd: root,
    env: { ...process.env, ...placement },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new Error(`CDK 合成失败（npm run synth 可重现）：\n${errors}`);
}

/** Removes assemblies that no runtime holds any more. */
function sweepOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - keptMs) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * Folder with the synthesized app, made anew only when a source has changed. Shared by all runtimes of this project.
 * @param signal ends the child process that makes it
 */
export async function ensureAssembly(root: string, signal: AbortSignal): Promise<string> {
  const cache = join(root, '.cache', 'assemblies');
  const folder = join(cache, hashSources(root));
  if (existsSync(join(folder, 'manifest.json'))) {
    touch(folder);
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  sweepOld(cache);
  const draft = `${folder}-${process.pid}`;
  try {
    await synthesize(root, draft, signal);
    // Another runtime may have finished the same one meanwhile; either is as good.
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Keeps an assembly from being swept while a runtime may still load a function from it. @returns what lets it go */
export function holdAssembly(folder: string): () => void {
  const timer = setInterval(touch, touchMs, folder);
  return () => clearInterval(timer);
}
