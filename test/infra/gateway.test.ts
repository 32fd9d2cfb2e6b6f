import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OperationRoute, operations } from '#shared/contracts/operations.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

async function setup() {
  const app = await synthesizedApp();
  const { gateway, functions } = app.deployment();
  return {
    ...app,
    routes: new Map(gateway.routes.map((route) => [route.routeKey, route])),
    environmentOf: (name: string) =>
      functions.find((candidate) => candidate.name === `yunwangtong-${name}`)?.environment,
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

describe('a function', () => {
  it.each([
    ['authorizer', ['OIDC_AUDIENCE', 'OIDC_ISSUER', 'OIDC_JWKS_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    ['tenancy', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
    ['cases', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
    ['catalogue', ['CATALOGUE_ROLE_ARN', 'REFERENCE_ROLE_ARN', 'TABLE_NAME']],
    ['messages', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
    ['trials', ['REFERENCE_ROLE_ARN', 'TABLE_NAME', 'USAGE_ROLE_ARN']],
    [
      'files',
      [
        'CITY_FILES_ROLE_ARN',
        'CITY_ROLE_ARN',
        'COUNTY_FILES_ROLE_ARN',
        'COUNTY_ROLE_ARN',
        'FILES_BUCKET',
        'TABLE_NAME',
      ],
    ],
    [
      'web',
      [
        'FILES_HOST',
        'OIDC_AUDIENCE',
        'OIDC_CLIENT_ID',
        'OIDC_ISSUER',
        'OIDC_SCOPE',
        'PUBLIC_BASE_URL',
        'SESSION_HOURS',
      ],
    ],
    [
      'session',
      [
        'OIDC_CLIENT_ID',
        'OIDC_ISSUER',
        'PUBLIC_BASE_URL',
        'SESSION_HOURS',
        'SESSION_IDLE_MINUTES',
        'TABLE_NAME',
      ],
    ],
    ['cases-steps', ['APPROVAL_MACHINE_ARN', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    [
      'cases-stream',
      [
        'DELIVERY_QUEUE_URL',
        'HAND_OVER_QUEUE_URL',
        'LIFECYCLE_QUEUE_URL',
        'NOTIFY_QUEUE_URL',
        'RECOMPUTE_QUEUE_URL',
      ],
    ],
    ['cases-advance', ['APPROVAL_MACHINE_ARN', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    [
      'cases-sweep',
      [
        'APPROVAL_MACHINE_ARN',
        'HAND_OVER_QUEUE_URL',
        'LIFECYCLE_QUEUE_URL',
        'NOTIFY_QUEUE_URL',
        'RECOMPUTE_QUEUE_URL',
        'SYSTEM_ROLE_ARN',
        'TABLE_NAME',
      ],
    ],
    ['documents', ['CITY_READER_ROLE_ARN', 'COUNTY_READER_ROLE_ARN', 'TABLE_NAME', 'TEMPLATES_ROLE_ARN']],
    ['calendar', ['CALENDAR_ROLE_ARN', 'CITY_READER_ROLE_ARN', 'COUNTY_READER_ROLE_ARN', 'TABLE_NAME']],
    ['registry', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
    ['desks', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
    ['desks-hand-over', ['HAND_OVER_QUEUE_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    ['calendar-recompute', ['RECOMPUTE_QUEUE_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    ['journal-anchor', ['ANCHORS_BUCKET', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    ['link', ['SYSTEM_ROLE_ARN', 'TABLE_NAME']],
    ['notify', ['PUBLIC_BASE_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ])('%s learns from its environment only %j', async (name, variables) => {
    const { environmentOf } = await setup();
    expect(Object.keys(environmentOf(name) ?? {}).sort()).toEqual(variables);
  });
});
