import { randomBytes } from 'node:crypto';

/** Opaque to everyone else; carries its machine, whose ARN a policy on SendTask* is written for. */
export function newTaskToken(machineArn: string): string {
  return Buffer.from(`${machineArn}\n${randomBytes(24).toString('base64url')}`).toString('base64url');
}

/** The machine a token was made for; undefined for a text that is no token. */
export function machineOfToken(token: string): string | undefined {
  const [machineArn, secret] = Buffer.from(token, 'base64url').toString().split('\n');
  return secret === undefined ? undefined : machineArn;
}
