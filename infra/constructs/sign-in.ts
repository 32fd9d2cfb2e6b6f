import { CfnParameter } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { publicBaseUrl, urlParameter } from './public-base-url.ts';

/** Where people sign in and under which address they see the system: given at deployment, never guessed. */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly clientId: string;
  /** Scopes that the console asks for. */
  readonly scope: string;
  /** Longest life of a sign-in session, hours. */
  readonly sessionHours: string;
  /** Minutes without use after which a session no longer serves. */
  readonly sessionIdleMinutes: string;
  readonly publicBaseUrl: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const parameter = (name: string, props: ConstructorParameters<typeof CfnParameter>[2]) => {
      const made = new CfnParameter(this, name, props);
      made.overrideLogicalId(name);
      return made.valueAsString;
    };
    this.issuer = parameter('OidcIssuer', {
      ...urlParameter,
      description: 'Issuer of access tokens, as in their iss claim',
    });
    this.jwksUrl = parameter('OidcJwksUrl', {
      ...urlParameter,
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
    this.scope = parameter('OidcScope', {
      type: 'String',
      default: 'openid',
      description: 'Scopes to ask for; with offline_access where the issuer gives refresh tokens only then',
    });
    this.sessionHours = parameter('SessionHours', {
      type: 'Number',
      // As text: what is referred to becomes a variable of an environment.
      default: '12',
      minValue: 1,
      maxValue: 24,
      description: 'Hours after which people sign in again, whatever they do',
    });
    this.sessionIdleMinutes = parameter('SessionIdleMinutes', {
      type: 'Number',
      default: '120',
      minValue: 5,
      maxValue: 1440,
      description: 'Minutes without use after which people sign in again',
    });
    this.publicBaseUrl = publicBaseUrl(this);
  }
}
