import { describe, expect, it } from 'vitest';
import { compileRoutes } from '#local/gateway/match-route.ts';

const find = compileRoutes(
  [
    '$default',
    'GET /v1/cases/{caseId}',
    'GET /v1/cases',
    'ANY /v1/cases/{proxy+}',
    'GET /v1/cases/recent',
    'POST /v1/cases/{caseId}/tasks/{taskId}',
  ].map((routeKey) => ({ routeKey, functionName: 'f', timeoutMs: 1 })),
);

describe('routes of an HTTP API', () => {
  it.each([
    ['GET', '/v1/cases', 'GET /v1/cases', {}],
    ['GET', '/v1/cases/recent', 'GET /v1/cases/recent', {}],
    ['GET', '/v1/cases/7', 'GET /v1/cases/{caseId}', { caseId: '7' }],
    ['GET', '/v1/cases/a%2Fb', 'GET /v1/cases/{caseId}', { caseId: 'a%2Fb' }],
    ['PUT', '/v1/cases/7', 'ANY /v1/cases/{proxy+}', { proxy: '7' }],
    ['GET', '/v1/cases/7/x/y', 'ANY /v1/cases/{proxy+}', { proxy: '7/x/y' }],
    [
      'POST',
      '/v1/cases/7/tasks/1-0',
      'POST /v1/cases/{caseId}/tasks/{taskId}',
      { caseId: '7', taskId: '1-0' },
    ],
    ['POST', '/v1/cases', '$default', {}],
    ['GET', '/v1/cases/', 'ANY /v1/cases/{proxy+}', { proxy: '' }],
    ['GET', '/', '$default', {}],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(find(method, path)).toEqual({ route: expect.objectContaining({ routeKey }), pathParameters });
  });

  it('finds nothing where there is no default', () => {
    expect(compileRoutes([])('GET', '/')).toBeUndefined();
  });
});
