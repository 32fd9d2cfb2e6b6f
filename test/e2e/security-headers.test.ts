import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';

const system = sharedSystem();
const clerk = await askerOf(system, 'dafeng-clerk');

const script = /src="(\/assets\/[^"]+\.js)"/.exec(
  readFileSync(join(import.meta.dirname, '../../web/dist/index.html'), 'utf8'),
)?.[1];

const answers: readonly (readonly [what: string, () => Promise<Heard>])[] = [
  ['an operation', () => ask(system, clerk, 'GET', '/v1/tasks')],
  ['a refusal', () => ask(system, clerk, 'GET', '/v1/cases/dafeng.01M8PC5R4ZG52567480CCKJCE9')],
  ['a request that does not fit', () => ask(system, clerk, 'POST', '/v1/cases', { body: 3 })],
  ['an unknown operation', () => ask(system, clerk, 'GET', '/v1/nothing')],
  ['the description', () => ask(system, {}, 'GET', '/openapi.json')],
  ['its page', () => ask(system, {}, 'GET', '/docs')],
  ['the console', () => ask(system, {}, 'GET', '/')],
  ['a page of the console', () => ask(system, {}, 'GET', '/cases')],
  ['its script', () => ask(system, {}, 'GET', script ?? '')],
  ['its configuration', () => ask(system, {}, 'GET', '/config.json')],
  ['a file that is not there', () => ask(system, {}, 'GET', '/nothing.png')],
  ['another method', () => ask(system, {}, 'DELETE', '/')],
  ['an approval link', () => ask(system, {}, 'GET', `/l/${'x'.repeat(43)}`)],
  ['its form', () => ask(system, {}, 'POST', `/l/${'x'.repeat(43)}/decide`, { raw: 'a=b' })],
  ['a session', () => ask(system, {}, 'POST', '/session/refresh', { body: {} })],
];

describe('every answer', () => {
  it.each(answers)('%s tells the browser what it must not do', async (_, call) => {
    const { headers } = await call();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(answers.filter(([what]) => ['an operation', 'a refusal', 'a session'].includes(what)))(
    '%s is kept by nobody',
    async (_, call) => {
      expect((await call()).headers.get('cache-control')).toBe('no-store');
    },
  );
});
