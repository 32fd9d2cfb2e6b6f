import * as z from 'zod/mini';
import { caseId, isoInstant, text } from './common.ts';

/** 20 MB: the largest file that may be attached. */
export const maxAttachmentBytes = 20 * 1024 * 1024;
/** How many files a case may hold. */
export const maxAttachments = 40;

export const fileType = z.enum(['pdf', 'png', 'jpg', 'docx', 'xlsx', 'ofd']);
export type FileType = z.infer<typeof fileType>;

export const attachmentId = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));
const sha256 = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, { error: '应为文件内容 SHA-256 的 64 位小写十六进制' }));
const size = z.int().check(z.gte(1), z.lte(maxAttachmentBytes));

export const attachmentParams = z.strictObject({ caseId, attachmentId });

/** A file's name without any folder, as people see it. */
const fileName = text(150).check(
  z.refine((name) => !/[\\/:*?"<>|]/.test(name), { error: '文件名不能含有 \\ / : * ? " < > |' }),
);

export const reserveAttachmentBody = z.strictObject({
  /** Id of the material that the file is for, from the list; `comment` for a file with a word 附言. */
  material: z.string().check(z.regex(/^[a-z][A-Za-z]{1,40}$/)),
  fileName,
  /** Bytes. */
  size,
  sha256,
});
export type ReserveAttachmentBody = z.infer<typeof reserveAttachmentBody>;

/** A place for one file: send `fields` and then the file, as `file`, to `url` by multipart/form-data. */
export const attachmentReserved = z.object({
  attachmentId,
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: isoInstant }),
});
export type AttachmentReserved = z.infer<typeof attachmentReserved>;

export const attachmentView = z.object({
  attachmentId,
  material: z.string(),
  fileName: z.string(),
  /** As its content says, never as it was named. */
  type: fileType,
  size: z.int(),
  sha256: z.string(),
  addedAt: isoInstant,
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** Material of a file that goes with a word 附言, not with the application. */
export const commentMaterial = 'comment';
/** Most files with one word. */
export const maxCommentFiles = 5;

/** A file as it stands beside a word. */
export const commentFileView = z.object({
  attachmentId,
  fileName: z.string(),
  type: fileType,
  size: z.int(),
});

export const materialView = z.object({
  id: z.string(),
  title: z.string(),
  clause: z.string(),
  /** Without it the application can't be sent for confirmation. */
  required: z.boolean(),
  accepts: z.array(fileType),
  given: z.boolean(),
  help: z.optional(z.string()),
});
export type MaterialView = z.infer<typeof materialView>;

export const attachmentList = z.object({
  items: z.array(attachmentView),
  /** What may be attached, in the order of the rules. */
  materials: z.array(materialView),
  /** Whether the caller may add and remove now. */
  editable: z.boolean(),
});
export type AttachmentList = z.infer<typeof attachmentList>;

/** A short-lived address of the file; whoever holds it can read the file until then. */
export const attachmentLink = z.object({ url: z.string(), expiresAt: isoInstant });
export const attachmentRemoved = z.object({ attachmentId });
