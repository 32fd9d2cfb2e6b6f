import type { z } from 'zod';
import type { OpenTemplates } from '../template/open-template.ts';
import { arnOf } from '../template/resource-kind.ts';
import {
  apiKind,
  authorizerKind,
  integrationKind,
  routeKind,
  stageKind,
} from '../template/resources/http-api.ts';
import { demandPermission } from './demand-permission.ts';

export interface AuthorizerSpec {
  readonly id: string;
  readonly functionName: string;
  readonly ttlSeconds: number;
  /** Lower-case header names that must be present, in order. */
  readonly identityHeaders: readonly string[];
}

export interface RouteSpec {
  /** e.g. `GET /v1/cases/{caseId}` or `$default` */
  readonly routeKey: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  readonly authorizer?: AuthorizerSpec;
  /** Calls a second, and how many at once; the route's own or the stage's. */
  readonly throttle?: { readonly rate: number; readonly burst: number };
}

/** One HTTP API with its routes. */
export interface GatewaySpec {
  readonly apiId: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly routes: readonly RouteSpec[];
}

/** A function's name in an integration or authorizer URI, which holds its ARN somewhere. */
function functionNameIn(uri: string): string {
  const name = /:function:([\w-]+)(?:\/invocations)?$/.exec(uri)?.[1];
  if (name === undefined) throw new Error(`${uri} names no function`);
  return name;
}

/** What of a source's ARN a route's calls name behind the API: stage, method and path, or the stage and `$default`. */
const callOf = (routeKey: string): string => `$default/${routeKey.replace(' /', '/')}`;

const headerOf = (source: string) => source.replace('$request.header.', '').toLowerCase();

function readAuthorizers(templates: OpenTemplates): Map<string, AuthorizerSpec> {
  return new Map(
    templates.find(authorizerKind).map(({ ref, properties }) => [
      ref,
      {
        id: ref,
        functionName: functionNameIn(properties.AuthorizerUri),
        ttlSeconds: properties.AuthorizerResultTtlInSeconds,
        identityHeaders: properties.IdentitySource.map(headerOf),
      },
    ]),
  );
}

const readThrottles =
  ({ RouteSettings, DefaultRouteSettings }: z.infer<(typeof stageKind)['properties']>) =>
  (routeKey: string): Pick<RouteSpec, 'throttle'> => {
    const set = RouteSettings[routeKey] ?? DefaultRouteSettings;
    return set ? { throttle: { rate: set.ThrottlingRateLimit, burst: set.ThrottlingBurstLimit } } : {};
  };

/** The one HTTP API of the app. */
export function readGateway(templates: OpenTemplates): GatewaySpec {
  const [api, second] = templates.find(apiKind);
  if (api === undefined || second !== undefined) throw new Error('The app must hold exactly one HTTP API');
  const [stage, otherStage] = templates.find(stageKind);
  if (stage === undefined || otherStage !== undefined)
    throw new Error('The HTTP API needs its $default stage');
  const throttleOf = readThrottles(stage.properties);
  const authorizers = readAuthorizers(templates);
  const demand = demandPermission(templates);
  const sourceOf = (rest: string) => arnOf(api, 'execute-api', `${api.ref}/${rest}`);
  for (const { id, functionName } of authorizers.values())
    demand(`authorizer ${id}`, functionName, sourceOf(`authorizers/${id}`));
  const integrations = new Map(
    templates.find(integrationKind).map(({ ref, properties }) => [ref, properties]),
  );
  const routes = templates.find(routeKind).map(({ properties }) => {
    const integration = integrations.get(properties.Target.replace('integrations/', ''));
    if (integration === undefined)
      throw new Error(`${properties.RouteKey}: no integration ${properties.Target}`);
    const authorizer = authorizers.get(properties.AuthorizerId ?? '');
    if (properties.AuthorizationType === 'CUSTOM' && authorizer === undefined) {
      throw new Error(`${properties.RouteKey}: no authorizer ${properties.AuthorizerId}`);
    }
    const functionName = functionNameIn(integration.IntegrationUri);
    demand(properties.RouteKey, functionName, sourceOf(callOf(properties.RouteKey)));
    return {
      routeKey: properties.RouteKey,
      functionName,
      timeoutMs: integration.TimeoutInMillis,
      ...throttleOf(properties.RouteKey),
      ...(authorizer !== undefined && { authorizer }),
    };
  });
  const { account, region, partition } = api;
  return { apiId: api.ref, account, region, partition, routes };
}
