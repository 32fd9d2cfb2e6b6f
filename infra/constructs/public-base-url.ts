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
    ...urlParameter,
    description: 'Address under which people reach the console and the API, without a trailing slash',
  });
  parameter.overrideLogicalId('PublicBaseUrl');
  return parameter.valueAsString;
}
