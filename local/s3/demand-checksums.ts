import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../aws/errors.ts';
import { notSupported } from './refuse-s3.ts';

const crc32Of = (bytes: Buffer): string => {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(crc32(bytes));
  return word.toString('base64');
};

const algorithms: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-crc32': crc32Of,
  'content-md5': (bytes) => createHash('md5').update(bytes).digest('base64'),
};

/** Compares every checksum that came with the bytes. @throws BadDigest, or NotImplemented for an unknown algorithm */
export function demandChecksums(bytes: Buffer, fields: Readonly<Record<string, unknown>>): void {
  for (const [name, given] of Object.entries(fields)) {
    if (!name.startsWith('x-amz-checksum-') && name !== 'content-md5') continue;
    if (name === 'x-amz-checksum-algorithm') continue;
    const checksum = algorithms[name];
    if (checksum === undefined) throw notSupported(name);
    if (checksum(bytes) !== given)
      throw new AwsError('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
  }
}
