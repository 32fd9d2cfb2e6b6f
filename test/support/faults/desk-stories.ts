import type { DelegationsView, HandOverList, HandOverView } from '#shared/contracts/desks.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { awaitTrue } from '../await-true.ts';
import type { FaultDesk, Story } from './fault-desk.ts';

let stretches = 0;
/** Two days that no earlier story has used, within the year for which a delegation may be made. */
const freeDays = () => {
  stretches += 1;
  const fromOn = addDays(shanghaiDateOf(new Date()), 10 + 3 * stretches);
  return { fromOn, untilOn: addDays(fromOn, 1) };
};

const delegationBody = (desk: FaultDesk) => ({
  to: desk.verbs.third.membership,
  ...freeDays(),
  reason: '外出学习。',
});

const statesOn = async (desk: FaultDesk, fromOn: string) => {
  const own = await desk.must<DelegationsView>(desk.verbs.second, 'GET', '/v1/delegations');
  return own.given.filter((each) => each.fromOn === fromOn).map(({ state, version }) => [state, version]);
};

const handOver = async (desk: FaultDesk) => {
  const reason = `调离${desk.next()}`;
  const body = { from: desk.verbs.second.membership, to: desk.verbs.third.membership, reason };
  return { by: await desk.as('dafeng-tenantadmin'), body, reason };
};

/** Who stands in for whom, and who takes over from whom. */
export const deskStories = {
  delegateDesk: async (desk) => {
    const body = delegationBody(desk);
    return {
      by: desk.verbs.second,
      path: '/v1/delegations',
      sent: { body },
      left: () => statesOn(desk, body.fromOn),
    };
  },
  revokeDelegation: async (desk) => {
    const body = delegationBody(desk);
    const { delegationId } = await desk.must<{ delegationId: string }>(
      desk.verbs.second,
      'POST',
      '/v1/delegations',
      { body },
    );
    return {
      by: desk.verbs.second,
      path: `/v1/delegations/${delegationId}/revocations`,
      sent: { body: {}, ifMatch: 1 },
      left: () => statesOn(desk, body.fromOn),
    };
  },
  startHandOver: async (desk) => {
    const { by, body, reason } = await handOver(desk);
    return {
      by,
      path: '/v1/hand-overs',
      sent: { body },
      left: async () => {
        const { items } = await desk.must<HandOverList>(by, 'GET', '/v1/hand-overs');
        return items.filter((item) => item.reason === reason).length;
      },
    };
  },
  getHandOver: async (desk) => {
    const { by, body } = await handOver(desk);
    const { handOverId } = await desk.must<{ handOverId: string }>(by, 'POST', '/v1/hand-overs', { body });
    const path = `/v1/hand-overs/${handOverId}`;
    await awaitTrue(
      'it is done',
      async () => (await desk.must<HandOverView>(by, 'GET', path)).state === 'done',
    );
    return { by, path };
  },
} satisfies Record<string, Story>;
