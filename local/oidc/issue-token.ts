import type Provider from 'oidc-provider';
import { API_RESOURCE, type OidcSettings, resourceServerInfo } from './configure-provider.ts';
import { findPerson } from './find-person.ts';

/** An access token for scripts, the same as the console's; rejects for somebody who is no demo person. */
export async function issueToken(provider: Provider, settings: OidcSettings, user: string): Promise<string> {
  if (!findPerson(user)) throw new Error(`没有演示身份 ${user}`);
  const client = await provider.Client.find(settings.clientId);
  if (!client) throw new Error(`client ${settings.clientId} is not registered`);
  const grant = new provider.Grant({ accountId: user, clientId: settings.clientId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(API_RESOURCE, '');
  const grantId = await grant.save();
  const resourceServer = new provider.ResourceServer(API_RESOURCE, resourceServerInfo(settings.audience));
  const token = new provider.AccessToken({
    accountId: user,
    client,
    grantId,
    gty: 'authorization_code',
    resourceServer,
    scope: '',
  });
  return token.save();
}
