import * as z from 'zod/mini';
import { meView } from '#shared/contracts/me.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { accept } from '#shared/kernel/result.ts';
import { listTenants } from '../app/list-tenants.ts';

const authorized = z.object({ me: z.string() });

export const handler = httpFunction({
  /** The authorizer has already looked the person up. */
  getMe: async (_request, authorizer) =>
    accept({ body: meView.parse(JSON.parse(authorized.parse(authorizer).me)) }),

  listTenants: async (_request, authorizer) => accept({ body: listTenants(readActor(authorizer)) }),
});
