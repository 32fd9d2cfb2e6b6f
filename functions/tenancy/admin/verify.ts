import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { type UnpackedVolume, verifyArchive } from '../app/exports/verify-archive.ts';
import { verifyRoots } from '../app/exports/verify-roots.ts';

/**
 * `npm run verify -- <volume>… [--roots <folder> [--newest <number>]]`: recomputes an exported archive's chains and digests offline, and holds
 * its journals against copies of the anchors from the locked bucket, of which the auditor may tell the newest number there.
 * Ends with 1 when something is altered or missing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { roots: { type: 'string' }, newest: { type: 'string' } },
});

const readDocument = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

const documentsUnder = (folder: string): unknown[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => readDocument(join(folder, path)));

const newest = values.newest === undefined ? undefined : Number(values.newest);
const usable = newest === undefined || (Number.isInteger(newest) && values.roots !== undefined);

if (positionals.length === 0 || !usable) {
  console.error(
    '用法：npm run verify -- <导出文件.zip>…（有多卷时一并列出） --roots <从锁定存储桶复制的锚点文件夹> --newest <桶中最新锚点的号>',
  );
  process.exitCode = 2;
} else {
  const unreadable: string[] = [];
  const volumes = positionals.flatMap((path): UnpackedVolume[] => {
    try {
      return [new Map(Object.entries(unzipSync(readFileSync(path))))];
    } catch {
      unreadable.push(`${path} 不是完整的导出文件，请重新下载。`);
      return [];
    }
  });
  const archive = verifyArchive(volumes);
  const roots =
    values.roots === undefined ? undefined : verifyRoots(volumes, documentsUnder(values.roots), newest);
  console.log(archive.summary);
  console.log(roots?.summary ?? '没有给出锚点（--roots）：只核对导出自身，整条或末尾的缺失看不出来。');
  const problems = [...unreadable, ...archive.problems, ...(roots?.problems ?? [])];
  for (const problem of problems) console.log(`✗ ${problem}`);
  console.log(
    problems.length === 0
      ? `核验通过：各条留痕链、材料摘要和附件均完整一致${roots ? '，与锚点相符' : ''}。`
      : `发现 ${problems.length} 处问题。`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
