import * as z from 'zod/mini';
import { fileType } from '#shared/contracts/attachments.ts';
import type { Item } from '#shared/table/read-all.ts';
import { type AttachmentSheet, emptySheet, type Reservation } from '../app/files/attachment.ts';

export const attachment = z.object({
  attachmentId: z.string(),
  material: z.string(),
  fileName: z.string(),
  type: fileType,
  size: z.int(),
  sha256: z.string(),
  versionId: z.string(),
  addedAt: z.string(),
});

/** The list of attachments inside an item. */
export const attachmentsOf = z.object({
  version: z.int(),
  items: z.array(attachment),
  savers: z.array(z.string()),
});

const reservation = z.object({
  attachmentId: z.string(),
  material: z.string(),
  fileName: z.string(),
  size: z.int(),
  sha256: z.string(),
  by: z.exactOptional(z.string()),
});

export const parseSheet = (item: Item | undefined): AttachmentSheet =>
  item ? attachmentsOf.parse(item) : emptySheet;

export const parseReservation = (item: Item): Reservation => reservation.parse(item);
