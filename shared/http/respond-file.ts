import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { fileAnswer } from '#shared/contracts/operation-contract.ts';
import { dataHeaders } from './security-headers.ts';

/** RFC 5987: what `encodeURIComponent` leaves but `filename*` does not allow is escaped too. */
const extendedValue = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A file to be saved, never shown in place; at most 6 MB with base64, which is what Lambda answers. */
export const respondFile = (
  status: number,
  type: string,
  { fileName, content }: z.output<typeof fileAnswer>,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    ...dataHeaders,
    'content-type': type,
    'content-disposition': `attachment; filename="document.docx"; filename*=UTF-8''${extendedValue(fileName)}`,
  },
  body: Buffer.from(content).toString('base64'),
  isBase64Encoded: true,
});
