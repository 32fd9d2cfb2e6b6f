import { createHash } from 'node:crypto';
import type { SmallFile } from '#shared/contracts/common.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { sniffType } from './sniff-type.ts';

const types = ['pdf', 'png', 'jpg'] as const;

/** A file that came with a request, and what is kept of it beside its bytes. */
export interface ReadFile {
  readonly facts: {
    readonly fileName: string;
    readonly type: (typeof types)[number];
    readonly sha256: string;
  };
  readonly content: Uint8Array;
}

/** A file that is what its first bytes say: pdf, png or jpg. */
export const readSmallFile = (
  file: SmallFile | undefined,
  pointer: string,
): Result<ReadFile | undefined, Refusal> => {
  if (!file) return accept(undefined);
  const content = Buffer.from(file.content, 'base64');
  const sniffed = sniffType(content);
  const type = types.find((one) => one === sniffed);
  if (!type)
    return refuse({
      code: 'file-refused',
      detail: '扫描件须为 PDF、PNG 或 JPG，请重新扫描后上传。',
      errors: [{ pointer, code: 'scan-type', message: '文件内容不是 PDF、PNG 或 JPG。' }],
    });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return accept({ facts: { fileName: file.fileName, type, sha256 }, content });
};
