import { namedTasks } from '#functions/cases/ports/named-tasks.ts';
import { membersOf } from '#functions/tenancy/ports/members.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { desksContracts } from '#shared/contracts/desks-contracts.ts';
import { answered } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { accept } from '#shared/kernel/result.ts';
import { delegateDesk, listDelegations, revokeDelegation } from '../app/delegations.ts';
import { listHandOvers, startHandOver, viewHandOver } from '../app/hand-overs.ts';
import { listDesks } from '../app/list-desks.ts';
import { createDelegationStore } from '../store/delegation-store.ts';
import { createHandOverStore } from '../store/hand-over-store.ts';

const table = personTable();

const servicesFor = (actor: Actor) => {
  const client = table.clientOf(actor);
  const { all, one } = membersOf(client, table.name);
  return {
    delegations: createDelegationStore(client, table.name),
    handOvers: createHandOverStore(client, table.name),
    posts: postHolders(client, table.name),
    tasks: namedTasks(client, table.name),
    members: all,
    member: one,
    clock: systemBusinessClock,
    wallClock: systemWallClock,
    ids: systemIds,
  };
};

/** 岗位: who stands in for whom, and who takes over from whom. */
export const handler = countedFunction(keepQuota(table))(desksContracts, {
  listDelegations: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return accept({ body: await listDelegations(servicesFor(actor), actor) });
  },

  delegateDesk: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'delegateDesk', request);
    return answered(await delegateDesk(servicesFor(actor), asked, request.body));
  },

  revokeDelegation: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, expectedVersion } = request;
    const asked = askedBy(actor, 'revokeDelegation', request);
    return answered(await revokeDelegation(servicesFor(actor), asked, { ...params, expectedVersion }));
  },

  listDesks: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listDesks(servicesFor(actor), actor));
  },

  startHandOver: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'startHandOver', request);
    return answered(await startHandOver(servicesFor(actor), asked, request.body), ({ handOverId }) => ({
      location: `/v1/hand-overs/${handOverId}`,
    }));
  },

  listHandOvers: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listHandOvers(servicesFor(actor), actor));
  },

  getHandOver: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewHandOver(servicesFor(actor), actor, params.handOverId));
  },
});
