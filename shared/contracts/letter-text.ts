import * as z from 'zod/mini';
import { paragraphs, text } from './common.ts';

/** 责任书文本 as the city's administrator puts it in. */
export const letterTextBody = z.strictObject({ title: text(60), text: paragraphs(20_000) });
export const letterTextView = z.object({
  version: z.int(),
  title: z.exactOptional(z.string()),
  text: z.exactOptional(z.string()),
  digest: z.exactOptional(z.string()),
});
