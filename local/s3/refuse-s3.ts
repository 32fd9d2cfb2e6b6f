import { AwsError } from '../aws/errors.ts';

/** Something that S3 does and the embedded runtime does not. */
export const notSupported = (what: string): AwsError =>
  new AwsError('NotImplemented', `${what} is not supported by the embedded runtime`, 501);

export const denied = (message = 'Access Denied'): AwsError => new AwsError('AccessDenied', message, 403);

export const badSignature = (): AwsError =>
  new AwsError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided.',
    403,
  );

export const invalid = (message: string): AwsError => new AwsError('InvalidArgument', message);
