import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { verifyArchive } from '../app/exports/verify-archive.ts';

/**
 * `npm run verify-export -- <volume>…`: recomputes an exported archive's chains and digests offline, from its volumes
 * alone. Ends with 1 when something is altered or missing.
 */
const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('用法：npm run verify-export -- <导出文件.zip>…（有多卷时一并列出）');
  process.exitCode = 2;
} else {
  const volumes = paths.map((path) => new Map(Object.entries(unzipSync(readFileSync(path)))));
  const { summary, problems } = verifyArchive(volumes);
  console.log(summary);
  for (const problem of problems) console.log(`✗ ${problem}`);
  console.log(
    problems.length === 0
      ? '核验通过：各条留痕链、材料摘要和附件均完整一致。'
      : `发现 ${problems.length} 处问题。`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
