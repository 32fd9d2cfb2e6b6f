import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestContext } from './policy/match-pattern.ts';
import type { Statement } from './policy/read-policy-document.ts';

/** Who calls the local AWS endpoint. */
export interface Principal {
  /** ARN of the session (or of the administrator's user). */
  readonly arn: string;
  readonly roleArn?: string;
  readonly statements: readonly Statement[];
  /** Session tags. */
  readonly tags: Readonly<Record<string, string>>;
  readonly administrator: boolean;
  /** The function on whose behalf it acts, through whatever roles; absent for the administrator. */
  readonly functionName?: string;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** A principal with the credentials it was given. */
export interface Known {
  readonly principal: Principal;
  readonly secretAccessKey: string;
  /** Absent only for the administrator's permanent key. */
  readonly sessionToken: string | undefined;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Name of the AWS error that an unusable set of credentials gives. */
export type Unauthenticated =
  | 'MissingAuthenticationTokenException'
  | 'UnrecognizedClientException'
  | 'ExpiredTokenException';

/** Fresh credentials in the shape STS gives. */
export function issueCredentials(): Credentials {
  return {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
    sessionToken: randomBytes(48).toString('base64url'),
  };
}

/** Access key and session token → principal. Sessions live in memory: whoever holds one ends with the runtime. */
export class PrincipalDirectory {
  readonly #entries = new Map<string, Known>();

  /** Registers credentials; `sessionToken` is absent only for the administrator's permanent key. */
  add(
    credentials: Omit<Credentials, 'sessionToken'> & { sessionToken?: string },
    principal: Principal,
    expiresAt = Number.POSITIVE_INFINITY,
  ): void {
    for (const [key, entry] of this.#entries) if (entry.expiresAt < Date.now()) this.#entries.delete(key);
    this.#entries.set(credentials.accessKeyId, {
      principal,
      secretAccessKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken,
      expiresAt,
    });
  }

  /** Who was given an access key, whether or not the session still lasts. */
  find(accessKeyId: string): Known | undefined {
    return this.#entries.get(accessKeyId);
  }

  /** Finds the caller by its request headers. The signature itself is not checked: the endpoint is loopback only. */
  authenticate(headers: {
    authorization?: string | undefined;
    'x-amz-security-token'?: string | string[] | undefined;
  }): Principal | Unauthenticated {
    const accessKeyId = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
    if (accessKeyId === undefined) return 'MissingAuthenticationTokenException';
    const entry = this.#entries.get(accessKeyId);
    if (entry === undefined || entry.sessionToken !== headers['x-amz-security-token']) {
      return 'UnrecognizedClientException';
    }
    return entry.expiresAt < Date.now() ? 'ExpiredTokenException' : entry.principal;
  }

  /** The function on whose behalf a request is made, if one is. */
  functionBehind = ({ headers }: { readonly headers: IncomingHttpHeaders }): string | undefined => {
    const caller = this.authenticate(headers);
    return typeof caller === 'string' ? undefined : caller.functionName;
  };
}

/** Context keys that follow from the caller alone. */
export function principalContext(principal: Principal): RequestContext {
  const context: Record<string, string[]> = {
    'aws:principalarn': [principal.roleArn ?? principal.arn],
    // The deployed endpoints are https; loopback stands for it.
    'aws:securetransport': ['true'],
  };
  for (const [key, value] of Object.entries(principal.tags)) {
    context[`aws:principaltag/${key.toLowerCase()}`] = [value];
  }
  return context;
}
