import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OperationRoute, operations } from '#shared/contracts/operations.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

async function setup() {
  const app = await synthesizedApp();
  const { gateway } = app.deployment();
  return {
    ...app,
    routes: new Map(gateway.routes.map((route) => [route.routeKey, route])),
    stage: app.ofType('AWS::ApiGatewayV2::Stage')[0]?.properties,
    api: JSON.parse(readFileSync(join(app.folder, 'YunwangtongApi.template.json'), 'utf8')),
  };
}

const linkPages = [
  'GET /l/{token}',
  'HEAD /l/{token}',
  'POST /l/{token}/code',
  'POST /l/{token}/open',
  'POST /l/{token}/decide',
];

const certificatePages = ['GET /certificates', 'HEAD /certificates', 'POST /certificates'];

const sessionPaths = [
  'POST /session/exchange',
  'POST /session/refresh',
  'POST /session/end',
  'POST /session/end-everywhere',
];

const headersFor = {
  public: undefined,
  token: ['authorization'],
  membership: ['authorization', 'x-membership'],
};

describe('the gateway', () => {
  it.each(operations as readonly OperationRoute[])(
    'routes $method $path to $context, open to $access',
    async ({ method, path, context, access }) => {
      const { routes } = await setup();
      const route = routes.get(`${method} ${path}`);
      expect(route?.functionName).toBe(`yunwangtong-${context}`);
      expect(route?.authorizer?.identityHeaders.map((header) => header.toLowerCase())).toEqual(
        headersFor[access],
      );
    },
  );

  it('has no other route than the operations, the approval link’s pages, the certificates’ page, the session and $default', async () => {
    const { routes } = await setup();
    const known = operations.map(({ method, path }) => `${method} ${path}`);
    expect([...routes.keys()].sort()).toEqual(
      [...known, ...linkPages, ...certificatePages, ...sessionPaths, '$default'].sort(),
    );
    expect(routes.get('$default')).toMatchObject({ functionName: 'yunwangtong-web' });
    expect(routes.get('$default')?.authorizer).toBeUndefined();
  });

  it.each(linkPages)(
    'routes %s to link, whose secret is in the address and who asks nobody to sign in',
    async (key) => {
      const { routes } = await setup();
      expect(routes.get(key)).toMatchObject({ functionName: 'yunwangtong-link' });
      expect(routes.get(key)?.authorizer).toBeUndefined();
    },
  );

  it.each(sessionPaths)(
    'routes %s to session, which leads to a token and therefore asks for none',
    async (key) => {
      const { routes } = await setup();
      expect(routes.get(key)).toMatchObject({ functionName: 'yunwangtong-session' });
      expect(routes.get(key)?.authorizer).toBeUndefined();
    },
  );

  it('asks the authorizer in its plain form and keeps the answer for a minute', async () => {
    const { ofType } = await setup();
    const authorizers = ofType('AWS::ApiGatewayV2::Authorizer');
    expect(authorizers.map(({ properties }) => properties['Name'])).toEqual(['token', 'membership']);
    for (const { properties } of authorizers) {
      expect(properties).toMatchObject({
        AuthorizerPayloadFormatVersion: '2.0',
        AuthorizerResultTtlInSeconds: 60,
        EnableSimpleResponses: true,
      });
    }
  });

  it('logs the route and never the path, nor who called', async () => {
    const { stage } = await setup();
    expect(stage).toHaveProperty('AccessLogSettings.Format', expect.stringContaining('$context.routeKey'));
    expect(JSON.stringify(stage?.['AccessLogSettings'])).not.toMatch(
      /\$context\.(path|http\.|identity|authorizer\.(?!error))/,
    );
  });

  it('slows down a client that floods it', async () => {
    const { stage } = await setup();
    expect(stage?.['DefaultRouteSettings']).toEqual({
      ThrottlingRateLimit: expect.any(Number),
      ThrottlingBurstLimit: expect.any(Number),
    });
  });

  it('slows down whoever guesses at links or sessions more than anybody else, and lets fifty calls a second pass', async () => {
    const { routes } = await setup();
    for (const key of [...linkPages, ...certificatePages, ...sessionPaths])
      expect(routes.get(key)?.throttle).toEqual({ rate: 50, burst: 100 });
    const others = [...routes.values()].filter(
      ({ routeKey }) => ![...linkPages, ...certificatePages, ...sessionPaths].includes(routeKey),
    );
    for (const { throttle } of others) expect(throttle).toEqual({ rate: 200, burst: 400 });
  });

  it('never guesses where people sign in', async () => {
    const { api } = await setup();
    for (const name of ['OidcIssuer', 'OidcJwksUrl', 'PublicBaseUrl']) {
      expect(api.Parameters[name]).not.toHaveProperty('Default');
    }
    expect(Object.keys(api.Outputs)).toContain('ApiUrl');
  });
});
