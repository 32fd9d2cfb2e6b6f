import type { InvokeFunction } from '../contract.ts';
import type { HttpEvent } from './build-event.ts';
import type { AuthorizerSpec, GatewaySpec } from './read-gateway.ts';
import type { Refusal } from './refuse.ts';

export type Authorization =
  | { readonly admitted: true; readonly context: unknown }
  | { readonly admitted: false; readonly refusal: Refusal };

interface Remembered {
  readonly authorization: Authorization;
  readonly until: number;
}

/** Lambda authorizers with simple answers, remembered per identity for as long as the template says. */
export class Authorizers {
  readonly #gateway: GatewaySpec;
  readonly #invoke: InvokeFunction;
  readonly #remembered = new Map<string, Remembered>();

  constructor(gateway: GatewaySpec, invoke: InvokeFunction) {
    this.#gateway = gateway;
    this.#invoke = invoke;
  }

  /** A missing identity source refuses with 401 and does not call the function. */
  async authorize(authorizer: AuthorizerSpec, event: HttpEvent): Promise<Authorization> {
    const identity = authorizer.identityHeaders.map((name) => event.headers[name] ?? '');
    if (identity.includes('')) return { admitted: false, refusal: 'unauthorized' };
    const key = JSON.stringify([authorizer.id, ...identity]);
    const known = this.#remembered.get(key);
    if (known !== undefined && known.until > Date.now()) return known.authorization;
    const authorization = await this.#ask(authorizer, event, identity);
    const isFault = !authorization.admitted && authorization.refusal === 'failed';
    if (!isFault && authorizer.ttlSeconds > 0) this.#remember(key, authorization, authorizer.ttlSeconds);
    return authorization;
  }

  async #ask(authorizer: AuthorizerSpec, event: HttpEvent, identity: string[]): Promise<Authorization> {
    const { body: _body, isBase64Encoded: _encoded, ...request } = event;
    const { account, region, partition, apiId } = this.#gateway;
    const http = event.requestContext['http'] as { method: string; path: string };
    const result = await this.#invoke(authorizer.functionName, {
      ...request,
      type: 'REQUEST',
      routeArn: `arn:${partition}:execute-api:${region}:${account}:${apiId}/$default/${http.method}${http.path}`,
      identitySource: identity,
    });
    const answer = result.ok
      ? (result.payload as { isAuthorized?: unknown; context?: unknown } | null)
      : null;
    if (typeof answer?.isAuthorized !== 'boolean') return { admitted: false, refusal: 'failed' };
    return answer.isAuthorized
      ? { admitted: true, context: answer.context ?? {} }
      : { admitted: false, refusal: 'forbidden' };
  }

  #remember(key: string, authorization: Authorization, ttlSeconds: number): void {
    const now = Date.now();
    if (this.#remembered.size > 10_000) {
      for (const [old, { until }] of this.#remembered) if (until <= now) this.#remembered.delete(old);
    }
    this.#remembered.set(key, { authorization, until: now + ttlSeconds * 1000 });
  }
}
