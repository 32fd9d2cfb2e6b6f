import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Access, type Context, type OperationRoute, operations } from '#shared/contracts/operations.ts';
import { logRetention } from '../log-retention.ts';

export interface GatewayProps {
  /** Serves the operations of each context. */
  readonly contexts: Readonly<Record<Context, LambdaFunction>>;
  /** Serves whatever is no operation: the console, documents, and the 404 of unknown paths. */
  readonly web: LambdaFunction;
  /** Serves approval links. */
  readonly link: LambdaFunction;
  /** Serves the public page on which a certificate is checked. */
  readonly certificates: LambdaFunction;
  /** Serves the sign-in session of the console's pages. */
  readonly session: LambdaFunction;
  readonly authorizer: LambdaFunction;
}

interface PageRoute {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
}

const linkRoutes = [
  { id: 'linkPage', method: HttpMethod.GET, path: '/l/{token}' },
  { id: 'linkHead', method: HttpMethod.HEAD, path: '/l/{token}' },
  { id: 'linkCode', method: HttpMethod.POST, path: '/l/{token}/code' },
  { id: 'linkOpen', method: HttpMethod.POST, path: '/l/{token}/open' },
  { id: 'linkDecide', method: HttpMethod.POST, path: '/l/{token}/decide' },
] as const;

const certificateRoutes = [
  { id: 'certificatePage', method: HttpMethod.GET, path: '/certificates' },
  { id: 'certificateHead', method: HttpMethod.HEAD, path: '/certificates' },
  { id: 'certificateCheck', method: HttpMethod.POST, path: '/certificates' },
] as const;

const sessionRoutes = [
  { id: 'sessionExchange', path: '/session/exchange' },
  { id: 'sessionRefresh', path: '/session/refresh' },
  { id: 'sessionEnd', path: '/session/end' },
  { id: 'sessionEndEverywhere', path: '/session/end-everywhere' },
] as const;

const token = '$request.header.Authorization';
const membership = '$request.header.X-Membership';

/** What the access log tells of a request: its route, never its path, which may hold a secret; and no person. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    integrationLatencyMs: '$context.integrationLatency',
    bytes: '$context.responseLength',
    authorizerError: '$context.authorizer.error',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The HTTP API: one route per operation of the contracts, and `$default` for the rest. */
export class Gateway extends Construct {
  readonly apiId: string;
  readonly url: string;
  private readonly authorizers: Readonly<Record<Access, IHttpRouteAuthorizer | undefined>>;

  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id);
    const { contexts, web, link, certificates, session, authorizer } = props;
    this.authorizers = {
      public: undefined,
      token: lambdaAuthorizer('token', authorizer, [token]),
      membership: lambdaAuthorizer('membership', authorizer, [token, membership]),
    };
    const httpApi = new HttpApi(this, 'Api', { apiName: 'yunwangtong', createDefaultStage: false });
    const integrations = Object.fromEntries(
      Object.entries(contexts).map(([context, lambda]) => [context, integration(context, lambda)]),
    ) as Record<Context, HttpLambdaIntegration>;
    for (const operation of operations as readonly OperationRoute[]) {
      this.addOperation(httpApi, operation, integrations[operation.context]);
    }
    this.addPages(
      httpApi,
      linkRoutes,
      integration('link', link),
      'A link is opened by its secret and a one-time code, without signing in.',
    );
    this.addPages(
      httpApi,
      certificateRoutes,
      integration('certificates', certificates),
      'Anybody who holds the paper checks it by its number and its code, without signing in.',
    );
    this.addSession(httpApi, integration('session', session));
    const rest = new HttpRoute(this, 'web', {
      httpApi,
      routeKey: HttpRouteKey.DEFAULT,
      // The source that API Gateway names for `$default` has a segment less than the pattern of `integration`.
      integration: new HttpLambdaIntegration('web', web),
    });
    acknowledgePublic(rest, 'The console and its documents must load before anybody has signed in.');
    this.addStage(httpApi);
    this.apiId = httpApi.apiId;
    this.url = httpApi.apiEndpoint;
  }

  private addOperation(httpApi: HttpApi, operation: OperationRoute, to: HttpLambdaIntegration): void {
    const authorizer = this.authorizers[operation.access];
    const route = new HttpRoute(this, operation.id, {
      httpApi,
      routeKey: HttpRouteKey.with(operation.path, HttpMethod[operation.method]),
      integration: to,
      ...(authorizer === undefined ? {} : { authorizer }),
    });
    if (authorizer === undefined) acknowledgePublic(route, 'The contract declares this operation public.');
  }

  /** Pages, no operations of the interface: HEAD is there because previews and scanners ask so. */
  private addPages(
    httpApi: HttpApi,
    routes: readonly PageRoute[],
    to: HttpLambdaIntegration,
    reason: string,
  ): void {
    for (const { id, method, path } of routes) {
      const route = new HttpRoute(this, id, {
        httpApi,
        routeKey: HttpRouteKey.with(path, method),
        integration: to,
      });
      acknowledgePublic(route, reason);
    }
  }

  /** No operations of the interface: only the console's own pages are answered. */
  private addSession(httpApi: HttpApi, to: HttpLambdaIntegration): void {
    for (const { id, path } of sessionRoutes) {
      const route = new HttpRoute(this, id, {
        httpApi,
        routeKey: HttpRouteKey.with(path, HttpMethod.POST),
        integration: to,
      });
      acknowledgePublic(
        route,
        'A session is what leads to an access token; its cookie and origin are judged here.',
      );
    }
  }

  private addStage(httpApi: HttpApi): void {
    const slowed = [
      ...[...linkRoutes, ...certificateRoutes].map(routeKeyOf),
      ...sessionRoutes.map(({ path }) => `POST ${path}`),
    ];
    const log = new LogGroup(this, 'AccessLog', { retention: logRetention });
    const stage = new HttpStage(this, 'Stage', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      // A city's offices together stay far below; a runaway client does not reach the account's limit.
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogFormat },
    });
    // Whoever guesses at secrets asks here, and no office needs as much.
    const settings = Object.fromEntries(
      slowed.map((key) => [key, { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }]),
    );
    (stage.node.defaultChild as CfnStage).addPropertyOverride('RouteSettings', settings);
    // The gateway refuses settings of a route that it does not know yet.
    for (const { id } of [...linkRoutes, ...certificateRoutes, ...sessionRoutes])
      stage.node.addDependency(this.node.findChild(id));
  }
}

const routeKeyOf = ({ method, path }: { readonly method: HttpMethod; readonly path: string }): string =>
  `${method} ${path}`;

/** One permission per function: one per route would outgrow the size that Lambda allows a resource policy. */
function integration(id: string, lambda: LambdaFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(id, lambda, { scopePermissionToRoute: false });
}

function lambdaAuthorizer(
  name: string,
  lambda: LambdaFunction,
  identitySource: string[],
): HttpLambdaAuthorizer {
  return new HttpLambdaAuthorizer(name, lambda, {
    authorizerName: name,
    identitySource,
    responseTypes: [HttpLambdaResponseType.SIMPLE],
    resultsCacheTtl: Duration.seconds(60),
  });
}

function acknowledgePublic(route: HttpRoute, reason: string): void {
  Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
}
