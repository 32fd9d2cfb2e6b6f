import { beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus, awaitTask, type Cast, confirm, decide } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { draftOf, sentForConfirmation, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
beforeAll(async () => {
  cast = await countyCast(system, 'binhai');
});

/** Brings a case to each point at which it may be withdrawn; answers its id and who then holds a task. */
const points: Readonly<Record<string, () => Promise<{ caseId: string; holder?: keyof Cast }>>> = {
  'a draft': async () => ({ caseId: (await draftOf(cast.clerk)).caseId }),
  'one on its way to the CDO': async () => {
    const { caseId, version } = await draftOf(cast.clerk);
    await cast.clerk.requestConfirmation(caseId, version);
    return { caseId };
  },
  'one before the CDO': async () => ({ caseId: await sentForConfirmation(cast.clerk), holder: 'cdo' }),
  'one that the CDO has just confirmed': async () => {
    const caseId = await sentForConfirmation(cast.clerk);
    await confirm(cast.cdo, caseId);
    return { caseId };
  },
  'one in first review': async () => ({ caseId: await submitted(cast), holder: 'reviewer' }),
  'one before the leader': async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '同意。');
    return { caseId, holder: 'leader' };
  },
  'one before the city': async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '同意。');
    await decide(cast.leader, caseId, 'approve', '同意。');
    await awaitTask(cast.operator, caseId);
    return { caseId, holder: 'operator' };
  },
  'one in correction': async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'return', '请补充。');
    await awaitStatus(cast.clerk, caseId, 'correcting');
    return { caseId };
  },
};

/** A version that the machine may move on between look and withdrawal; a person then simply looks again. */
const withdrawn = async (caseId: string): Promise<void> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { version } = await cast.clerk.view(caseId);
    const answer = await cast.clerk.call('POST', `/v1/cases/${caseId}/withdrawals`, {
      body: { reason: '项目暂缓。' },
      ifMatch: version,
      key: `${caseId}-withdraw`,
    });
    if (answer.status === 200) return;
    expect(answer.status).toBe(409);
  }
  throw new Error('the case kept moving');
};

describe('the applicant takes back', () => {
  it.each(Object.keys(points))('%s: it ends there, and nobody holds a task of it', async (point) => {
    const { caseId, holder } = (await points[point]?.()) ?? { caseId: '' };
    await withdrawn(caseId);
    const view = await cast.clerk.view(caseId);
    expect(view).toMatchObject({ status: 'withdrawn', may: ['verifyJournal'] });
    expect(view.tasks.filter(({ state }) => state === 'open')).toEqual([]);
    if (holder === undefined) return;
    const { items } = await cast[holder].tasks('?limit=100');
    expect(items.map((item) => item.case.caseId)).not.toContain(caseId);
  });

  it('nothing that is finished', async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'reject', '不符合条件。');
    const { version } = await awaitStatus(cast.clerk, caseId, 'rejected');
    const refused = await problemFrom(cast.clerk.withdraw(caseId, version, '项目暂缓。'));
    expect(refused).toMatchObject({ status: 409, code: 'not-editable' });
  });

  it('nothing without a reason, and nobody but the clerk takes it back', async () => {
    const { caseId, version } = await draftOf(cast.clerk);
    const silent = await problemFrom(cast.clerk.withdraw(caseId, version, ''));
    expect(silent).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    const other = await problemFrom(cast.cdo.withdraw(caseId, version, '项目暂缓。'));
    expect(other).toMatchObject({ status: 403, code: 'not-allowed' });
  });
});
