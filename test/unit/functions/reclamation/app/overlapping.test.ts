import { describe, expect, it } from 'vitest';
import { openFor } from '#functions/reclamation/app/open-reclamation.ts';
import { takeAlong } from '#functions/reclamation/app/take-along.ts';
import { claimWrite, releaseWrite } from '#functions/reclamation/store/claim-store.ts';
import { derivedId } from '#shared/kernel/derived-id.ts';
import { besideId } from '#shared/kernel/ids.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { reclamationOf } from '#test/support/reclamation-of.ts';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

const dafeng: TenantId = 'yancheng/dafeng';
const decision = {
  at: '2026-01-31T02:00:00.000Z',
  by: { tenant: 'yancheng/_city', membership: 'operator' },
  reason: '并入市级平台。',
} as const;
const caseId = `dafeng.${'0'.repeat(25)}9`;
const closing = { caseId, decision, ruleVersion: 'yancheng-2026-04-27' };

const setup = () => {
  const story = rectificationSetup(dafeng);
  const { services, systemId } = story;
  const [first = '', second = ''] = story.rows().map(({ resourceId }) => resourceId);
  const taken = async (reclamationId: string) =>
    (await services.reclamations.load({ tenant: dafeng, reclamationId }))?.state.resources.map(
      ({ resourceId }) => resourceId,
    );
  const shutDown = async () => {
    await services.claims.close({ tenant: dafeng, systemId }, closing);
    return openFor(services, {
      ...{ tenant: dafeng, reclamationId: caseId, systemId, cause: 'shutdown', ...closing },
    });
  };
  return { ...story, first, second, taken, shutDown };
};

describe('two reclamations', () => {
  it('never take the same resource: a person is told, and may choose the others', async () => {
    const story = setup();
    expect(await story.secure('leader', [story.first])).toBe('ok');
    expect(await story.secure('leader')).toBe('reclamation-overlaps');
    expect(await story.secure('leader', [story.first, story.second])).toBe('reclamation-overlaps');
    expect(await story.secure('leader', [story.second])).toBe('ok');
  });

  it('share what a shutdown takes: what another holds stays with that one, and is not given back', async () => {
    const story = setup();
    expect(await story.secure('leader', [story.first])).toBe('ok');
    expect(await story.shutDown()).toBe(true);
    expect(await story.taken(caseId)).toEqual([story.second]);
    expect(await story.reclaimAct('leader', { kind: 'restore', reason: '已清除。' })).toBe(
      'reclamation-not-now',
    );
  });

  it('may follow each other once the first is over', async () => {
    const story = setup();
    await story.secure('leader');
    expect(await story.reclaimAct('leader', { kind: 'restore', reason: '已清除。' })).toBe('ok');
    expect(await story.secure('leader')).toBe('ok');
  });
});

describe('a batch that is opened after the shutdown of its system was approved', () => {
  const late = (story: ReturnType<typeof setup>) => ({
    tenant: dafeng,
    systemId: story.systemId,
    orderId: story.systemId,
    batch: 1,
    approvedAt: '2026-01-05T02:00:00.000Z',
  });

  it('is taken back by the same decision, once however often it is registered', async () => {
    const story = setup();
    const system = { tenant: dafeng, systemId: story.systemId };
    await story.services.claims.close(system, closing);
    for (let times = 0; times < 2; times += 1) await takeAlong(story.services, late(story));
    const [partition = '', ...others] = Object.keys((await story.services.claims.of(system)).claimed);
    expect(others).toEqual([]);
    const state = (await story.services.reclamations.load({ tenant: dafeng, reclamationId: partition }))
      ?.state;
    expect(state).toMatchObject({ cause: 'shutdown', caseId, decision });
    expect(state?.resources).toHaveLength(2);
    expect(new Set(story.life)).toEqual(new Set(['关停批准后开通的第 1 批一并回收']));
  });

  it('is not overdue, nor out of its bill, before it was opened', async () => {
    const story = setup();
    const system = { tenant: dafeng, systemId: story.systemId };
    const [first] = story.rows();
    const decidedAt = new Date(Date.parse(first?.openedAt ?? '') - 40 * 86_400_000).toISOString();
    await story.services.claims.close(system, { ...closing, decision: { ...decision, at: decidedAt } });
    await takeAlong(story.services, { ...late(story), approvedAt: '2025-01-05T02:00:00.000Z' });
    const [reclamationId = ''] = Object.keys((await story.services.claims.of(system)).claimed);
    const state = (await story.services.reclamations.load({ tenant: dafeng, reclamationId }))?.state;
    expect(state?.decision.at).toBe(decidedAt);
    const openedOn = shanghaiDateOf(new Date(first?.openedAt ?? ''));
    expect(state?.notice.actOn).toBe(openedOn);
    expect(state?.notice.due?.dueOn.localeCompare(openedOn)).toBe(1);
  });

  it('has a reclamation of its own, of however many batches it is one', async () => {
    const ids = Array.from({ length: 70 }, (_, batch) => derivedId(caseId, `late ${batch}`));
    expect(new Set([...ids, caseId, besideId(caseId)]).size).toBe(72);
    for (const id of ids) expect(id).toMatch(/^dafeng\.0{10}[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it('stays where nothing was shut down, or where the shutdown has it already', async () => {
    const open = setup();
    const system = { tenant: dafeng, systemId: open.systemId };
    await takeAlong(open.services, late(open));
    expect((await open.services.claims.of(system)).claimed).toEqual({});
    const shut = setup();
    await shut.shutDown();
    await takeAlong(shut.services, late(shut));
    expect(Object.keys((await shut.services.claims.of(system)).claimed)).toEqual([caseId]);
    const anew = setup();
    await anew.services.claims.close(system, closing);
    await takeAlong(anew.services, { ...late(anew), approvedAt: '2026-02-01T02:00:00.000Z' });
    expect((await anew.services.claims.of(system)).claimed).toEqual({});
  });
});

describe('what the table keeps of it', () => {
  it('is written on the revision that was seen, and a restore is not written once the system is shut down', () => {
    const state = reclamationOf({ reclamationId: 'r' });
    const first = claimWrite('t', { revision: 0, claimed: {} }, state).item.Put;
    expect(first).toMatchObject({
      Item: { revision: 1, claimed: { r: [] } },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    const next = claimWrite('t', { revision: 4, claimed: { q: ['a'] } }, state).item.Put;
    expect(next).toMatchObject({
      Item: { revision: 5, claimed: { q: ['a'], r: [] } },
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: { ':seen': 4 },
    });
    const said = { at: 'x', by: decision.by, reason: 'x' };
    expect(releaseWrite('t', { ...state, restored: said }).item.Update?.ConditionExpression).toBe(
      'attribute_not_exists(closing)',
    );
    expect(releaseWrite('t', state).item.Update?.ConditionExpression).toBeUndefined();
  });
});
