import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf } from '#test/support/file-application.ts';
import { createInspector } from '#test/support/inspect-case.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';

const system = sharedSystem();
const inspector = createInspector(() => system);
const control = (path: string, body: unknown) =>
  fetch(`${system.baseUrl}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });
const sweep = async () => {
  await inspector.ageMarkers();
  await control('schedules/run', { rule: 'yunwangtong-cases-sweep' });
};

beforeAll(() => control('streams', { enabled: false }));
afterAll(async () => {
  await control('streams', { enabled: true });
  inspector.close();
});

describe('with the stream switched off', () => {
  it('links and codes still arrive, by the sweep, and swept twice nobody is told twice', async () => {
    const { clerk } = await countyCast(system, 'binhai');
    const { caseId, version } = await draftOf(clerk);
    await clerk.requestConfirmation(caseId, version);
    const told = async () =>
      (await receivedBy(system, 'binhai-cdo')).filter(({ id }) => id.startsWith(caseId));
    await awaitTrue('the link arrives', async () => {
      await sweep();
      return (await told()).length > 0;
    });
    await sweep();
    const link = await awaitLink(system, 'binhai-cdo', caseId);
    await link.post('code');
    await awaitTrue('the code arrives', async () => {
      await sweep();
      return (await link.received()).length > 0;
    });
    await awaitTrue('no notice is left', async () => {
      return (await inspector.notices('yancheng/binhai', caseId)).length === 0;
    });
    expect(await told()).toHaveLength(1);
    expect(await link.received()).toHaveLength(1);
  });
});
