import { describe, expect, it } from 'vitest';
import { isDueOn } from '#functions/reclamation/domain/rectification-state.ts';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

const text = '事由。';

const setup = async (tenant: 'yancheng/dafeng' | 'kaifeng/lankao') => {
  const story = rectificationSetup(tenant);
  await story.find(tenant === 'yancheng/dafeng' ? 'operator' : 'authority', 'other');
  /** Who is told of an event, and what, since it was asked last. */
  const told = () =>
    story.notices
      .splice(0)
      .filter(({ notBefore }) => notBefore === undefined)
      .map(({ event, holders, facts }) => [
        event,
        holders.map(({ role }) => role).join(' '),
        facts['outcome'],
      ]);
  const state = async () => {
    const { rectificationId = '' } = (await story.sees('authority')) ?? {};
    const loaded = await story.services.rectifications.load({ tenant, rectificationId });
    if (!loaded) throw new Error('no rectification');
    return loaded.state;
  };
  return { ...story, told, state };
};
const department = 'department.clerk department.cdo department.head';

describe('of every decision somebody is told', () => {
  it('of a dismissal the operations body, and nobody of the department', async () => {
    const story = await setup('yancheng/dafeng');
    story.told();
    await story.act('leader', { kind: 'dismiss', text });
    expect(story.told()).toEqual([['rectification.dismissed', 'city.cloud.operator', '其他不合规用云情形']]);
  });

  it('of a disposal that is refused the operations body, of one that is carried out both', async () => {
    const story = await setup('yancheng/dafeng');
    await story.act('leader', { kind: 'warn', text });
    story.at('2026-03-02');
    await story.act('operator', { kind: 'propose', measure: 'downgrade', text });
    story.told();
    await story.act('leader', { kind: 'decide', approved: false, text });
    expect(story.told()).toEqual([['disposal.refused', 'city.cloud.operator', '降低配置']]);
    await story.act('operator', { kind: 'propose', measure: 'downgrade', text });
    await story.act('leader', { kind: 'decide', approved: true, text });
    story.told();
    await story.does([...story.tasks.keys()][0] ?? '');
    expect(story.told()).toEqual([['disposal.executed', `${department} city.cloud.operator`, '降低配置']]);
  });

  it('of a plan its reviewers, of their opinions the proposer, and once all are there the authority', async () => {
    const story = await setup('kaifeng/lankao');
    await story.act('officer', { kind: 'warn', text, dueOn: '2026-02-10' });
    story.at('2026-02-11');
    story.told();
    await story.act('authority', { kind: 'propose', measure: 'downgrade', text });
    expect(story.told()).toEqual([['disposal.toReview', `expert ${department}`, '降低配置']]);
    await story.act('clerk', { kind: 'review', agrees: false, text });
    expect(story.told()).toEqual([['disposal.reviewed', 'city.cloud.authority', '使用单位不同意']]);
    await story.act('expert', { kind: 'review', agrees: true, text });
    expect(story.told()).toEqual([
      ['disposal.reviewed', 'city.cloud.authority', '专家同意'],
      ['disposal.toDecide', 'city.cloud.authority', '降低配置'],
    ]);
  });
});

describe('[yc-cloud-19-10] the day by which it is to be mended', () => {
  const reminders = (story: Awaited<ReturnType<typeof setup>>) =>
    story.notices
      .splice(0)
      .flatMap(({ event, notBefore, ...more }) =>
        notBefore === undefined ? [] : [[event, notBefore, more.while?.['dueOn'], more.while?.of]],
      );

  it('is told of before it, on it and after it, of a new one likewise, and of one that is near only what is still to come', async () => {
    const story = await setup('yancheng/dafeng');
    await story.act('leader', { kind: 'warn', text });
    expect(reminders(story)).toEqual([
      ['rectification.soon', '2026-02-25T00:30:00.000Z', '2026-02-28', 'rectificationOwed'],
      ['rectification.dueToday', '2026-02-28T00:30:00.000Z', '2026-02-28', 'rectificationOwed'],
      ['rectification.overdue', '2026-03-01T00:30:00.000Z', '2026-02-28', 'rectificationOwed'],
      ['rectification.lapsed', '2026-03-01T00:30:00.000Z', '2026-02-28', 'rectificationOpen'],
    ]);
    story.at('2026-03-02');
    await story.act('operator', { kind: 'judge', verdict: 'extended', text, dueOn: '2026-03-03' });
    expect(reminders(story).map(([event, at]) => [event, at])).toEqual([
      ['rectification.dueToday', '2026-03-03T00:30:00.000Z'],
      ['rectification.overdue', '2026-03-04T00:30:00.000Z'],
      ['rectification.lapsed', '2026-03-04T00:30:00.000Z'],
    ]);
  });

  it('is not told of to a department that has spoken, nor of a day that was moved, nor once it has ended', async () => {
    const story = await setup('yancheng/dafeng');
    await story.act('leader', { kind: 'warn', text });
    const first = '2026-02-28';
    const asked = async (dueOn: string) => {
      const state = await story.state();
      return [isDueOn(state, dueOn, true), isDueOn(state, dueOn, false)];
    };
    expect(await asked(first)).toEqual([true, true]);
    await story.act('clerk', { kind: 'state', of: 'extension', text });
    expect(await asked(first)).toEqual([false, true]);
    await story.act('operator', { kind: 'judge', verdict: 'extended', text, dueOn: '2026-03-20' });
    expect(await asked(first)).toEqual([false, false]);
    expect(await asked('2026-03-20')).toEqual([true, true]);
    await story.act('operator', { kind: 'judge', verdict: 'rectified', text });
    expect(await asked('2026-03-20')).toEqual([false, false]);
  });

  it('of a requirement is told of before it and on it; once over it is the authority’s, and the department hears nothing', async () => {
    const story = rectificationSetup('yancheng/dafeng');
    await story.find('operator', 'unintegrated', { document: '盐政办发〔2026〕12号', dueOn: '2026-02-27' });
    expect(story.notices.flatMap(({ event, notBefore }) => (notBefore === undefined ? [] : [event]))).toEqual(
      ['rectification.soon', 'rectification.dueToday'],
    );
  });
});
