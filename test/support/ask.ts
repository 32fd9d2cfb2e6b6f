import { inject } from 'vitest';
import { createClient } from '#examples/client.ts';
import { type EmbeddedSystem, ownMembership, readEmbeddedSystem } from '#examples/embedded-system.ts';
import { claimFolder } from './claim-system.ts';
import { awaitSystem } from './runtime.ts';
import './shared-system.ts';

/** Nothing is provided where the files of a level start what they need, nor to the bench, which no test runner runs. */
const shared = process.env['VITEST'] ? (inject('dataDirs') as readonly string[] | undefined) : undefined;
if (shared) await awaitSystem(claimFolder(shared));

/** The system that the files of this process share, one after another, and where it keeps its data. */
export const sharedSystem = (): EmbeddedSystem & { readonly dataDir: string } => {
  const dataDir = claimFolder(inject('dataDirs'));
  return { ...readEmbeddedSystem(dataDir), dataDir };
};

/** Somebody who asks, as the two headers say it; either may be missing. */
export interface Asker {
  readonly token?: string;
  readonly membership?: string;
}

export interface Sent {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly key?: string;
  /** A number is quoted, a text sent as it is. */
  readonly ifMatch?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text read as JSON; undefined when it is none. */
  readonly body: unknown;
}

type System = Pick<EmbeddedSystem, 'baseUrl'>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One request exactly as described, with nothing added; never throws for an answer. */
export const ask = async (
  system: System,
  asker: Asker,
  method: string,
  path: string,
  { body, raw, key, ifMatch, headers }: Sent = {},
): Promise<Heard> => {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${system.baseUrl}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(asker.token === undefined ? {} : { authorization: `Bearer ${asker.token}` }),
      ...(asker.membership === undefined ? {} : { 'x-membership': asker.membership }),
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined
        ? {}
        : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
};

export const tokenOf = async (system: System, user: string): Promise<string> => {
  const response = await fetch(`${system.baseUrl}/_local/token?user=${encodeURIComponent(user)}`);
  if (!response.ok) throw new Error(`nobody is called ${user}`);
  return (await response.text()).trim();
};

/** A demo person under the membership that is their own. */
export const askerOf = async (system: System, user: string): Promise<Required<Asker>> => {
  const token = await tokenOf(system, user);
  const membership = ownMembership(await createClient(system.baseUrl, token, '').me(), user);
  if (membership === undefined) throw new Error(`${user} holds no membership`);
  return { token, membership: membership.id };
};
