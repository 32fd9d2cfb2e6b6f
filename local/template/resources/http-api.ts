import { z } from 'zod';
import { byName, defineKind, inert } from '../resource-kind.ts';

/** AWS::ApiGatewayV2::Api of protocol HTTP. */
export const apiKind = defineKind({
  type: 'AWS::ApiGatewayV2::Api',
  ref: byName,
  attributes: { ApiId: byName },
  properties: z.strictObject({
    Name: z.string(),
    ProtocolType: z.literal('HTTP'),
    Description: inert,
    // The execute-api host name does not exist here, so neither does the choice to switch it off.
    DisableExecuteApiEndpoint: inert,
    Tags: inert,
  }),
});

export const integrationKind = defineKind({
  type: 'AWS::ApiGatewayV2::Integration',
  ref: byName,
  attributes: {},
  properties: z.strictObject({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationMethod: z.literal('POST').optional(),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: z.int().default(30_000),
    Description: inert,
  }),
});

export const routeKind = defineKind({
  type: 'AWS::ApiGatewayV2::Route',
  ref: byName,
  attributes: {},
  properties: z.strictObject({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string().startsWith('integrations/'),
    AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
    AuthorizerId: z.string().optional(),
    OperationName: inert,
  }),
});

export const authorizerKind = defineKind({
  type: 'AWS::ApiGatewayV2::Authorizer',
  ref: byName,
  attributes: { AuthorizerId: byName },
  properties: z.strictObject({
    ApiId: z.string(),
    Name: z.string(),
    AuthorizerType: z.literal('REQUEST'),
    AuthorizerUri: z.string(),
    AuthorizerPayloadFormatVersion: z.literal('2.0'),
    AuthorizerResultTtlInSeconds: z.int().default(300),
    EnableSimpleResponses: z.literal(true),
    IdentitySource: z.array(z.string().regex(/^\$request\.header\.[\w-]+$/)).min(1),
  }),
});

const throttle = z.strictObject({
  ThrottlingRateLimit: z.number().positive(),
  ThrottlingBurstLimit: z.int().positive(),
});

export const stageKind = defineKind({
  type: 'AWS::ApiGatewayV2::Stage',
  ref: byName,
  attributes: {},
  properties: z.strictObject({
    ApiId: z.string(),
    StageName: z.literal('$default'),
    AutoDeploy: z.literal(true),
    Description: inert,
    DefaultRouteSettings: throttle.optional(),
    RouteSettings: z.record(z.string(), throttle).default({}),
    // Inert here: access logs.
    AccessLogSettings: inert,
    Tags: inert,
  }),
});
