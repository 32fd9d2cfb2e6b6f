import type { FileType } from '#shared/contracts/attachments.ts';

/** A file that belongs to an application. */
export interface Attachment {
  readonly attachmentId: string;
  /** Id of the material that it shows. */
  readonly material: string;
  readonly fileName: string;
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The very bytes that were checked. */
  readonly versionId: string;
  readonly addedAt: string;
}

/** A draft's attachments; the version grows with every change, 0 when there never was one. */
export interface AttachmentSheet {
  readonly version: number;
  readonly items: readonly Attachment[];
  /** Everybody who has ever changed it. */
  readonly savers: readonly string[];
}

export const emptySheet: AttachmentSheet = { version: 0, items: [], savers: [] };

/** What was promised to be uploaded. */
export type Reservation = Pick<Attachment, 'attachmentId' | 'material' | 'fileName' | 'size' | 'sha256'> & {
  /** Membership to which it was promised, where nobody else may use it. */
  readonly by?: string;
};

/** What a confirmation covers of an attachment. */
export const digestedPart = ({ attachmentId, material, fileName, size, sha256 }: Attachment) => ({
  attachmentId,
  material,
  fileName,
  size,
  sha256,
});
