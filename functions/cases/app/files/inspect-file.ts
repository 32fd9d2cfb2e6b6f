import type { FileType } from '#shared/contracts/attachments.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { inspectPackage, type PackageFault } from './inspect-package.ts';
import { sniffType } from './sniff-type.ts';

const pointer = '/file';
const unknown: FieldRefusal = {
  pointer,
  code: 'type-unknown',
  message: '文件内容不是 PDF、PNG、JPG、DOCX、XLSX 或 OFD，请转换格式后重新上传。',
};
const sentences: Readonly<Record<PackageFault, string>> = {
  broken: '文件已损坏或结构异常，请用办公软件重新保存后再上传。',
  bomb: '文件解压后过大或内容过多，不能接收，请精简后重新上传。',
  encrypted: '文件已加密，请去掉密码后重新上传。',
  external: '文件打开时会从外部取内容（如远程模板、链接的图片或对象），请断开链接、嵌入内容后重新上传。',
  macros: '文件含有宏或可执行内容，不能接收，请另存为不含宏的格式后重新上传。',
  'unknown-package': unknown.message,
};

/** What a file is by its content; refused when that is nothing that may be attached, or not harmless. */
export const inspectFile = async (bytes: Buffer): Promise<Result<FileType, FieldRefusal>> => {
  const sniffed = sniffType(bytes);
  if (sniffed === undefined) return refuse(unknown);
  if (sniffed !== 'zip') return accept(sniffed);
  const found = await inspectPackage(bytes);
  return 'type' in found
    ? accept(found.type)
    : refuse({ pointer, code: `package-${found.fault}`, message: sentences[found.fault] });
};
