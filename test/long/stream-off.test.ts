import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus, playWithCorrection } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { readEnd } from '#test/support/check-end.ts';
import { countyCast, writtenApplication } from '#test/support/county-cast.ts';
import { draftOf } from '#test/support/file-application.ts';
import { createInspector } from '#test/support/inspect-case.ts';
import { storyEnd } from '#test/support/kills/crash-stage.ts';

const system = sharedSystem();
const inspector = createInspector(() => system);

const control = async (path: string, body: unknown): Promise<unknown> => {
  const answer = await fetch(`${system.baseUrl}/_local/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return answer.json();
};

describe('with the stream switched off', () => {
  beforeAll(() => control('streams', { enabled: false }));
  afterAll(async () => {
    await control('streams', { enabled: true });
    inspector.close();
  });

  it('everything still arrives by the sweep, once, and the stream’s late records change nothing', async () => {
    const cast = await countyCast(system, 'sheyang');
    let over = false;
    const sweeping = (async () => {
      while (!over) {
        await inspector.ageMarkers();
        await control('schedules/run', {});
      }
    })();
    const { caseId } = await playWithCorrection(cast, writtenApplication(), () => {}).finally(() => {
      over = true;
    });
    await sweeping;
    // What the completion leaves to be carried is carried by the sweep too.
    await awaitTrue('every marker is carried', async () => {
      await inspector.ageMarkers();
      await control('schedules/run', {});
      return (await inspector.markers('yancheng/sheyang', caseId)).length === 0;
    });
    await control('streams', { enabled: true });
    const witnesses = { clerk: cast.clerk, people: new Map(Object.entries(cast)), inspector };
    expect(await readEnd(witnesses, 'yancheng/sheyang', caseId)).toEqual(storyEnd);
  });

  it('the sweep leaves a marker alone until the stream has had its time', async () => {
    await control('streams', { enabled: false });
    const { clerk } = await countyCast(system, 'jianhu');
    const { caseId, version } = await draftOf(clerk);
    await clerk.requestConfirmation(caseId, version);
    await control('schedules/run', {});
    expect(await inspector.executions(caseId)).toEqual([]);
    expect(await inspector.markers('yancheng/jianhu', caseId)).toHaveLength(1);
    await inspector.ageMarkers();
    await control('schedules/run', {});
    await awaitStatus(clerk, caseId, 'confirming');
    expect(await inspector.markers('yancheng/jianhu', caseId)).toEqual([]);
  });
});
