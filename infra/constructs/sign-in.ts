import { CfnParameter } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Asked for by each stack that sends people to the system, so that no stack has to wait for another. */
export const publicBaseUrlOf = (scope: Construct): string => {
  const made = new CfnParameter(scope, 'PublicBaseUrl', {
    ...url,
    description: 'Address under which people reach the console and the API, without a trailing slash',
  });
  made.overrideLogicalId('PublicBaseUrl');
  return made.valueAsString;
};

const url = {
  type: 'String',
  allowedPattern: '^https?://\\S+$',
  constraintDescription: 'must be an http(s) URL',
};

/** Where people sign in and under which address they see the system: given at deployment, never guessed. */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly clientId: string;
  readonly publicBaseUrl: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const parameter = (name: string, props: ConstructorParameters<typeof CfnParameter>[2]) => {
      const made = new CfnParameter(this, name, props);
      made.overrideLogicalId(name);
      return made.valueAsString;
    };
    this.issuer = parameter('OidcIssuer', {
      ...url,
      description: 'Issuer of access tokens, as in their iss claim',
    });
    this.jwksUrl = parameter('OidcJwksUrl', {
      ...url,
      description: 'Where the issuer publishes its signing keys',
    });
    this.audience = parameter('OidcAudience', {
      type: 'String',
      default: 'yunwangtong',
      description: 'Audience that access tokens must name',
    });
    this.clientId = parameter('OidcClientId', {
      type: 'String',
      default: 'yunwangtong-console',
      description: 'Public client (PKCE) under which the console signs people in',
    });
    this.publicBaseUrl = publicBaseUrlOf(this);
  }
}
