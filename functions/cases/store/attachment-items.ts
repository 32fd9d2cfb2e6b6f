import * as z from 'zod/mini';
import { fileType } from '#shared/contracts/attachments.ts';
import type { Item } from '#shared/table/read-all.ts';
import type { AttachmentSheet, Reservation } from '../app/files/attachment.ts';

const attachment = z.object({
  attachmentId: z.string(),
  material: z.string(),
  fileName: z.string(),
  type: fileType,
  size: z.int(),
  sha256: z.string(),
  versionId: z.string(),
  addedBy: z.string(),
  addedAt: z.string(),
});

/** The list of attachments inside an item. */
export const attachmentsOf = z.object({ version: z.int(), items: z.array(attachment) });

const reservation = z.object({
  attachmentId: z.string(),
  material: z.string(),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  reservedBy: z.string(),
});

export const parseSheet = (item: Item | undefined): AttachmentSheet =>
  item ? attachmentsOf.parse(item) : { version: 0, items: [] };

export const parseReservation = (item: Item): Reservation => reservation.parse(item);
