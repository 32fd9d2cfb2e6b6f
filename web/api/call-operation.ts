import type * as z from 'zod/mini';
import type { Contracts } from '#shared/contracts/operation-contracts.ts';
import { type OperationId, operations } from '#shared/contracts/operations.ts';
import { session } from '../auth/session-store.ts';
import { ProblemError } from './problem-error.ts';
import { isTurnedAway, readProblem, unreachable } from './read-problem.ts';

/** For which body a request is made; who makes it, the session's token says. */
export interface Caller {
  /** Absent only for `GET /v1/me`. */
  readonly membership?: string;
}

export type Answer<Id extends OperationId> = z.output<Contracts[Id]['answer']>;

type Input<S> = S extends z.ZodMiniType ? z.input<S> : never;
type Part<Id extends OperationId, Key extends string> = Contracts[Id] extends { readonly [K in Key]: infer S }
  ? Input<S>
  : never;
type Needed<Name extends string, Value> = [Value] extends [never]
  ? { readonly [N in Name]?: never }
  : { readonly [N in Name]: Value };

/** What an operation takes, read off its contract; `version` becomes `If-Match`, `key` the `Idempotency-Key`. */
export type Request<Id extends OperationId> = Needed<'params', Part<Id, 'params'>> &
  Needed<'body', Part<Id, 'body'>> & {
    readonly query?: Readonly<Record<string, string | undefined>>;
  } & Needed<'key', Contracts[Id] extends { readonly keyed: true } ? string : never> &
  Needed<'version', Contracts[Id] extends { readonly matched: true } ? number : never>;

interface LooseRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly version?: number;
}

const addressOf = (path: string, { params, query }: LooseRequest): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
};

const headersOf = (
  token: string,
  caller: Caller,
  { body, key, version }: LooseRequest,
): Record<string, string> => ({
  accept: 'application/json, */*;q=0.5',
  authorization: `Bearer ${token}`,
  ...(caller.membership === undefined ? {} : { 'x-membership': caller.membership }),
  ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  ...(key === undefined ? {} : { 'idempotency-key': key }),
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
});

/** The name that an answer gives its file (RFC 5987). */
const fileNameOf = (response: Response): string | undefined => {
  const given = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(given)?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
};

const readBody = async (response: Response): Promise<unknown> => {
  try {
    const fileName = fileNameOf(response);
    if (fileName !== undefined) return { fileName, content: new Uint8Array(await response.arrayBuffer()) };
    return await response.json();
  } catch {
    return undefined;
  }
};

interface Heard {
  readonly response: Response;
  readonly body: unknown;
}

/**
 * Sends a request under the session's token. A token that is turned away is renewed once and the request repeated: it
 * did nothing the first time.
 */
const sendAuthorized = async (send: (token: string) => Promise<Response>): Promise<Heard> => {
  const hear = async (): Promise<Heard> => {
    const response = await send(await session.token());
    return { response, body: await readBody(response) };
  };
  const heard = await hear();
  const turnedAway = isTurnedAway(heard.response.status, heard.body);
  return turnedAway && (await session.renew(true)) ? hear() : heard;
};

/**
 * Calls one operation of the API under its contract.
 * @throws ProblemError with a title and what to do, whatever went wrong.
 */
export const callOperation = async <Id extends OperationId>(
  id: Id,
  caller: Caller,
  request: Request<Id>,
  signal?: AbortSignal,
): Promise<Answer<Id>> => {
  const operation = operations.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  const loose: LooseRequest = request;
  const { response, body } = await sendAuthorized((token) =>
    fetch(addressOf(operation.path, loose), {
      method: operation.method,
      headers: headersOf(token, caller, loose),
      ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
      ...(signal ? { signal } : {}),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new ProblemError(unreachable);
    }),
  );
  if (!response.ok) throw new ProblemError(readProblem(response.status, body));
  return body as Answer<Id>;
};
