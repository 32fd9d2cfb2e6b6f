import { isUtf8 } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Whether whatever is escaped in a form is UTF-8, too: anything else would be read as replacement characters. */
const isReadable = (form: string): boolean => {
  try {
    decodeURIComponent(form.replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
};

/** The fields of a form that anybody may have sent; none of one that is longer, or no UTF-8. @param longest in bytes */
export const readForm = (
  { body = '', isBase64Encoded }: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>,
  longest: number,
): URLSearchParams => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > longest || !isUtf8(bytes)) return new URLSearchParams();
  const form = bytes.toString('utf8');
  return new URLSearchParams(isReadable(form) ? form : '');
};
