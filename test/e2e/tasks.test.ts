import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '#examples/client.ts';
import { awaitTask, type Cast } from '#examples/play-application.ts';
import type { CommandAnswer } from '#shared/contracts/case-commands.ts';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { approvalOf, decideAs, grantBothStages } from '#test/support/decide-at-once.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
let reviewer: Asker;
/** Somebody who reviews and signs, as small counties have it. */
let both: Required<Asker>;
let bothClient: Client;
beforeAll(async () => {
  cast = await countyCast(system, 'xiangshui');
  reviewer = await askerOf(system, 'xiangshui-reviewer');
  both = await grantBothStages(system, 'xiangshui', 'sheyang-leader');
  bothClient = createClient(system.baseUrl, both.token, both.membership);
  await bothClient.tasks();
});

const control = async (path: string, body: object): Promise<void> => {
  const answer = await fetch(`${system.baseUrl}/_local/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};
afterEach(async () => {
  await control('faults', {});
  await control('clock', { reset: true });
});

const dayMs = 86_400_000;
const idsOf = (items: readonly WorkItem[]) => items.map((item) => item.case.caseId);
const allOf = async (person: Client) => (await person.tasks('?limit=100')).items;

/** Case ids of a whole worklist, read in pages. */
const pagedBy = async (person: Client, limit: number): Promise<string[]> => {
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await person.tasks(`?limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    paged.push(...idsOf(page.items));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return paged;
};

describe('the worklist', () => {
  it('stands by target day, then by time of arrival, and its pages join without gap or repetition', async () => {
    const later = await submitted(cast);
    await control('clock', { shiftMs: -20 * dayMs });
    const soonest = await submitted(cast);
    await control('clock', { shiftMs: -10 * dayMs });
    const sooner = [await submitted(cast), await submitted(cast)];
    await control('clock', { reset: true });
    for (const caseId of [later, soonest, ...sooner]) await awaitTask(cast.reviewer, caseId);

    const items = await allOf(cast.reviewer);
    const own = [soonest, ...sooner, later];
    expect(idsOf(items).filter((id) => own.includes(id))).toEqual(own);
    const days = items.map(({ task }) => task.targetOn ?? '');
    expect(days).toEqual([...days].sort());
    expect(items[0]?.task).toMatchObject({
      stageTitle: '初审',
      state: 'open',
      verbs: ['approve', 'return', 'reject'],
      targetProvisional: false,
    });

    expect(await pagedBy(cast.reviewer, 1)).toEqual(idsOf(items));
  });

  it('loses nothing between two pages when something of the first is decided meanwhile', async () => {
    const before = idsOf(await allOf(cast.reviewer));
    const first = await cast.reviewer.tasks('?limit=2');
    const [taken] = first.items;
    if (taken === undefined) throw new Error('the worklist is empty');
    const { version } = await cast.reviewer.view(taken.case.caseId);
    await cast.reviewer.decide(taken.case.caseId, taken.task.taskId, version, {
      verb: 'reject',
      opinion: '不符合条件。',
    });
    const rest = await cast.reviewer.tasks(`?limit=100&cursor=${first.nextCursor}`);
    expect([...idsOf(first.items), ...idsOf(rest.items)]).toEqual(before);
    expect(idsOf(await allOf(cast.reviewer))).toEqual(before.slice(1));
  });

  it('shows the roles of one person in one list', async () => {
    const caseId = await submitted(cast);
    await awaitTask(bothClient, caseId);
    const { version, body } = await approvalOf(cast.reviewer, caseId);
    expect((await decideAs(system, reviewer, { caseId, taskId: '2-0', version }, body)).status).toBe(200);
    const waiting = (await allOf(bothClient)).filter((item) => item.case.caseId === caseId);
    expect(waiting.map(({ task }) => task.stageTitle)).toEqual(['签批']);
    expect(new Set((await allOf(bothClient)).map(({ task }) => task.stageTitle))).toEqual(
      new Set(['初审', '签批']),
    );
    for (const limit of [1, 2])
      expect(await pagedBy(bothClient, limit)).toEqual(idsOf(await allOf(bothClient)));
  });
});

describe('one’s own decision', () => {
  it('is part of the next list even while the index does not know it yet', async () => {
    const caseId = await submitted(cast);
    const { taskId } = await awaitTask(bothClient, caseId);
    const { version, body } = await approvalOf(cast.reviewer, caseId);
    await control('faults', { staleIndexRate: 1, staleForMs: 5000 });
    const { after } = (await decideAs(system, both, { caseId, taskId, version }, body)).body as CommandAnswer;
    expect(after).toBe(`${caseId}@${version + 1}`);
    const stale = await bothClient.tasks('?limit=100');
    expect(idsOf(stale.items)).not.toContain(caseId);
    const own = await bothClient.tasks(`?limit=100&after=${after}`);
    expect(own.items.find((item) => item.case.caseId === caseId)?.task).toMatchObject({
      stageTitle: '签批',
      verbs: ['approve', 'return', 'reject'],
    });
    const done = await bothClient.decide(
      caseId,
      own.items.find((item) => item.case.caseId === caseId)?.task.taskId ?? '',
      version + 1,
      { verb: 'reject', opinion: '不同意。' },
    );
    expect(idsOf((await bothClient.tasks(`?limit=100&after=${done.after}`)).items)).not.toContain(caseId);
  });

  it('is not shown twice once the index has caught up, and never to others', async () => {
    const caseId = await submitted(cast);
    const { taskId } = await awaitTask(bothClient, caseId);
    const { version, body } = await approvalOf(cast.reviewer, caseId);
    const { after } = (await decideAs(system, both, { caseId, taskId, version }, body)).body as CommandAnswer;
    expect(
      idsOf((await bothClient.tasks(`?limit=100&after=${after}`)).items).filter((id) => id === caseId),
    ).toHaveLength(1);
    for (const person of [cast.clerk, cast.reviewer, cast.operator])
      expect(idsOf((await person.tasks(`?limit=100&after=${after}`)).items)).not.toContain(caseId);
  });

  it.each(['x', 'xiangshui.1@1', '@1', `xiangshui.${'0'.repeat(26)}`, `xiangshui.${'0'.repeat(26)}@-1`])(
    'after=%s is a 400 that names it',
    async (after) => {
      const { errors } = expectProblem(
        await ask(system, reviewer, 'GET', `/v1/tasks?after=${after}`),
        400,
        'request-invalid',
      );
      expect(errors?.[0]?.pointer).toBe('/after');
    },
  );
});
