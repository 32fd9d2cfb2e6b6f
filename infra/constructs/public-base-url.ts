import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** An http(s) URL given at deployment. */
export const urlParameter = {
  type: 'String',
  allowedPattern: '^https?://\\S+$',
  constraintDescription: 'must be an http(s) URL',
};

/** The parameter `PublicBaseUrl` of a stack: the origin under which people reach the console. */
export function publicBaseUrl(scope: Construct): string {
  const parameter = new CfnParameter(scope, 'PublicBaseUrl', {
    type: 'String',
    allowedPattern: '^https?://[^/\\s]+$',
    constraintDescription: 'must be an origin: http(s)://host, without a path and without a trailing slash',
    description: 'Address under which people reach the console and the API, without a trailing slash',
  });
  parameter.overrideLogicalId('PublicBaseUrl');
  return parameter.valueAsString;
}
