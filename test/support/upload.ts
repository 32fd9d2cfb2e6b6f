import { createHash, randomUUID } from 'node:crypto';
import type { AttachmentReserved } from '#shared/contracts/attachments.ts';
import { type Asker, ask, type Heard, sharedSystem } from './ask.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a person tells of a file before sending it. */
export const described = (bytes: Uint8Array, material = 'architecturePicture', fileName = '架构图.png') => ({
  material,
  fileName,
  size: bytes.length,
  sha256: sha256Of(bytes),
});

/** Asks for a place for a file; whatever the answer is. */
export const reserve = (
  asker: Asker,
  caseId: string,
  body: unknown,
  key: string = randomUUID(),
): Promise<Heard> => ask(sharedSystem(), asker, 'POST', `/v1/cases/${caseId}/attachments`, { body, key });

type Upload = AttachmentReserved['upload'];

/** Sends bytes to a place as a browser does, with some of the form changed; `undefined` leaves a field out. */
export const send = async (
  { url, fields }: Upload,
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly status: number; readonly text: string }> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes }))
    if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const answer = await fetch(url, { method: 'POST', body: form });
  return { status: answer.status, text: await answer.text() };
};

export const complete = (asker: Asker, caseId: string, attachmentId: string): Promise<Heard> =>
  ask(sharedSystem(), asker, 'POST', `/v1/cases/${caseId}/attachments/${attachmentId}/completions`, {
    body: {},
  });
