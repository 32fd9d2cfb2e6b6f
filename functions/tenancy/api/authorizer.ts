import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import * as z from 'zod/mini';
import { signOutMarks } from '#functions/session/ports/sign-out-marks.ts';
import { operations } from '#shared/contracts/operations.ts';
import { followEvent } from '#shared/http/follow-event.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { log } from '#shared/log/log.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { authorizeMembership, authorizePerson } from '../app/authorize.ts';
import { createMembershipStore } from '../store/membership-store.ts';
import { createTokenVerifier } from './verify-token.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  OIDC_ISSUER: z.string(),
  OIDC_AUDIENCE: z.string(),
  OIDC_JWKS_URL: z.string(),
});

const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const services = {
  verify: createTokenVerifier(environment),
  memberships: createMembershipStore(client, environment.TABLE_NAME),
  nodesOf: createReferenceReader(client, environment.TABLE_NAME).nodesOf,
  signedOutAt: signOutMarks(client, environment.TABLE_NAME).signedOutAt,
};
const tokenOnly = new Set(operations.filter((o) => o.access === 'token').map((o) => `${o.method} ${o.path}`));

type Answer = APIGatewaySimpleAuthorizerWithContextResult<Record<string, string>>;
const allow = (context: Record<string, string>): Answer => ({ isAuthorized: true, context });
const deny = (route: string): Answer => {
  log.info('authorizer.refused', { route });
  return { isAuthorized: false, context: {} };
};

const authorize = async (event: APIGatewayRequestAuthorizerEventV2): Promise<Answer> => {
  const authorization = event.headers?.['authorization'] ?? '';
  if (tokenOnly.has(event.routeKey)) {
    const me = await authorizePerson(services, authorization);
    return me ? allow({ me: JSON.stringify(me) }) : deny(event.routeKey);
  }
  const actor = await authorizeMembership(services, authorization, event.headers?.['x-membership'] ?? '');
  return actor ? allow({ actor: JSON.stringify(actor) }) : deny(event.routeKey);
};

/** One function behind both authorizers: token alone for what concerns the person, token and membership for all else. */
export const handler = followEvent(authorize);
