import { describe, expect, it } from 'vitest';
import { Throttles } from '#local/gateway/throttles.ts';

const link = { routeKey: 'POST /l/{token}/code', throttle: { rate: 50, burst: 100 } };
const rest = { routeKey: '$default', throttle: { rate: 200, burst: 400 } };

function setup() {
  let now = 1000;
  const throttles = new Throttles(() => now);
  return {
    /** How many of so many calls pass now. */
    passing: (calls: number, route: Parameters<Throttles['admits']>[0] = link) =>
      Array.from({ length: calls }, () => throttles.admits(route)).filter(Boolean).length,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the embedded gateway’s throttle', () => {
  it('lets the burst pass at once and no more, each route by itself', () => {
    const { passing } = setup();
    expect(passing(150)).toBe(100);
    expect(passing(500, rest)).toBe(400);
  });

  it('lets the rate pass for good, fifty calls a second among it', () => {
    const { passing, pass } = setup();
    passing(150);
    for (let second = 0; second < 10; second += 1) {
      pass(1000);
      expect(passing(80)).toBe(50);
    }
  });

  it('saves up no more than the burst', () => {
    const { passing, pass } = setup();
    pass(3_600_000);
    expect(passing(1000)).toBe(100);
  });

  it('leaves a route without limits alone', () => {
    expect(setup().passing(5000, { routeKey: 'GET /' })).toBe(5000);
  });
});
