import type { RouteSpec } from './read-gateway.ts';

/** A token bucket a route, as the gateway keeps one for each route of a stage. */
export class Throttles {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #now: () => number;

  /** @param now milliseconds that never go back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether one more call of the route passes now. */
  admits({ routeKey, throttle }: Pick<RouteSpec, 'routeKey' | 'throttle'>): boolean {
    if (throttle === undefined) return true;
    const now = this.#now();
    const { tokens, at } = this.#buckets.get(routeKey) ?? { tokens: throttle.burst, at: now };
    const filled = Math.min(throttle.burst, tokens + ((now - at) / 1000) * throttle.rate);
    this.#buckets.set(routeKey, { tokens: filled < 1 ? filled : filled - 1, at: now });
    return filled >= 1;
  }
}
