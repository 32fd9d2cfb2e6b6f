import { invalid } from './refuse-s3.ts';

/** A body with the `aws-chunked` framing taken off, and the headers that came after it. */
export interface DecodedBody {
  readonly bytes: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

const lineEnd = '\r\n';

const readTrailers = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(lineEnd)
      .filter((line) => line.includes(':'))
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );

/** Takes the framing off that SDKs put around streams. @throws InvalidArgument when it is broken */
export function decodeChunks(framed: Buffer, expectedLength: number): DecodedBody {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = framed.indexOf(lineEnd, at);
    const size = end < 0 ? Number.NaN : Number.parseInt(framed.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) throw invalid('The aws-chunked body is malformed');
    at = end + lineEnd.length;
    if (size === 0) break;
    chunks.push(framed.subarray(at, at + size));
    at += size + lineEnd.length;
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length !== expectedLength) throw invalid('x-amz-decoded-content-length does not match the body');
  return { bytes, trailers: readTrailers(framed.toString('latin1', at)) };
}
