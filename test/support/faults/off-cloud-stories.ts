import { randomUUID } from 'node:crypto';
import type { OffCloudAnswer, OffCloudList } from '#shared/contracts/off-cloud.ts';
import { awaitRead } from '../provisioning-story.ts';
import type { FaultDesk, Story } from './fault-desk.ts';

const path = '/v1/off-cloud-entries';
const systemCalled = (name: string) => ({
  kind: 'system',
  name,
  stage: 'existing',
  fiscal: true,
  classified: false,
});

const deskOfRegister = async (desk: FaultDesk) => {
  const by = await desk.as('dafeng-clerk');
  const name = `云外系统${randomUUID()}`;
  const listed = async () =>
    (await desk.must<OffCloudList>(by, 'GET', `${path}?limit=100`)).items.filter((one) => one.name === name);
  return { by, name, listed };
};

/** The register of what is off the cloud. */
export const offCloudStories = {
  registerOffCloud: async (desk) => {
    const { by, name, listed } = await deskOfRegister(desk);
    return {
      by,
      path,
      sent: { body: systemCalled(name) },
      left: async () => (await listed()).length,
    };
  },
  updateOffCloud: async (desk) => {
    const { by, name, listed } = await deskOfRegister(desk);
    const { entryId } = await desk.must<OffCloudAnswer>(by, 'POST', path, { body: systemCalled(name) });
    await awaitRead(async () => (await listed())[0]);
    return {
      by,
      path: `${path}/${entryId}/updates`,
      sent: { body: { kind: 'plan', plannedOn: '2099-12-31' }, ifMatch: 1 },
      left: async () =>
        (await listed()).map(({ status, plannedOn, version }) => [status, plannedOn, version]),
    };
  },
} satisfies Record<string, Story>;
