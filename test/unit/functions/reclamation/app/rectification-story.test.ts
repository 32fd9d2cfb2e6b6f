import { describe, expect, it } from 'vitest';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

const dafeng = 'yancheng/dafeng';
const warned = async (kind = 'other', ...more: Parameters<typeof rectificationSetup>) => {
  const story = rectificationSetup(...more);
  await story.find('operator', kind);
  await story.act('leader', { kind: 'warn', text: '限期整改。' });
  return story;
};
const yancheng = (kind?: string) => warned(kind, dafeng);

describe('a warning in Yancheng', () => {
  it('is entered for one of the situations, with its reason and evidence, by the operations body', async () => {
    const story = rectificationSetup(dafeng);
    expect(await story.find('clerk', 'unintegrated')).toBe('not-found');
    expect(await story.find('leader', 'unintegrated')).toBe('not-allowed');
    expect(await story.find('operator', 'inventedHere')).toBe('reclamation-invalid unknown-kind');
    expect(await story.find('operator', 'unintegrated')).toBe('ok');
    expect(await story.sees('operator')).toMatchObject({
      finding: { kind: 'unintegrated', clause: 'yc-cloud-19-7' },
      reason: '长期闲置。',
      evidence: '监测记录。',
      status: 'proposed',
    });
  });

  it('[yc-cloud-19-9] is unknown to the department until the authority has reviewed it, and of a dismissed one it never hears', async () => {
    const story = rectificationSetup(dafeng);
    await story.find('operator', 'other');
    expect(await story.sees('clerk')).toBeUndefined();
    expect(await story.act('clerk', { kind: 'state', of: 'mended', text: '已改。' })).toBe('not-found');
    expect(await story.act('operator', { kind: 'warn', text: '限期整改。' })).toBe('not-allowed');
    expect(await story.act('leader', { kind: 'warn', text: '限期整改。' })).toBe('ok');
    expect(await story.sees('clerk')).toMatchObject({ status: 'warned', due: { dueOn: '2026-02-28' } });
    expect(await story.sees('stranger')).toBeUndefined();

    await story.find('operator', 'other');
    expect(await story.act('leader', { kind: 'dismiss', text: '证据不足。' })).toBe('ok');
    expect(await story.sees('clerk')).toBeUndefined();
    expect((await story.sees('operator'))?.status).toBe('dismissed');
  });

  it.each([
    ['a county’s pool', { kind: 'countyPool', county: dafeng }, 'leader', 'authority'],
    ['the city’s pool', { kind: 'cityPool' }, 'authority', 'leader'],
    ['a dedicated domain', { kind: 'dedicatedDomain' }, 'authority', 'leader'],
  ] as const)(
    '[yc-cloud-19-9] is reviewed for %s by the authority whose it is',
    async (_, pool, theirs, others) => {
      const story = rectificationSetup(dafeng, pool);
      await story.find('operator', 'other');
      expect(await story.act(others, { kind: 'warn', text: '限期整改。' })).toBe('not-allowed');
      expect(await story.act(theirs, { kind: 'warn', text: '限期整改。' })).toBe('ok');
    },
  );

  it('[yc-cloud-19-10] gives one calendar month from the notice: mended on its last day is in time', async () => {
    const story = await yancheng();
    expect((await story.sees('clerk'))?.due).toMatchObject({ dueOn: '2026-02-28', clause: 'yc-cloud-19-10' });
    story.at('2026-02-28');
    expect(await story.act('clerk', { kind: 'state', of: 'mended', text: '已整合，见报告。' })).toBe('ok');
    expect(await story.act('operator', { kind: 'propose', measure: 'reclaim', text: '逾期未改。' })).toBe(
      'reclamation-not-now',
    );
    expect(await story.act('operator', { kind: 'judge', verdict: 'rectified', text: '复测达标。' })).toBe(
      'ok',
    );
    expect(await story.sees('clerk')).toMatchObject({ status: 'rectified', due: { light: 'met' }, may: [] });
    const late = await yancheng();
    late.at('2026-03-01');
    expect((await late.sees('clerk'))?.due?.light).toBe('overdue');
    // Nothing happens of itself, however late it is.
    late.at('2027-03-01');
    expect((await late.sees('operator'))?.status).toBe('warned');
    expect(late.tasks.size).toBe(0);
  });

  it('is answered with evidence, given more time for a reason and measured again', async () => {
    const story = await yancheng();
    await story.act('clerk', { kind: 'state', of: 'extension', text: '供应商排期到三月中旬。' });
    const extend = (dueOn: string) =>
      story.act('operator', { kind: 'judge', verdict: 'extended', text: '同意。', dueOn });
    expect(await extend('2026-02-28')).toBe('reclamation-invalid not-later');
    expect(await extend('2026-03-20')).toBe('ok');
    story.at('2026-03-10');
    expect((await story.sees('clerk'))?.due).toMatchObject({ dueOn: '2026-03-20', light: 'normal' });
    expect(await story.act('operator', { kind: 'judge', verdict: 'notYet', text: '复测仍低于 40%。' })).toBe(
      'ok',
    );
    expect((await story.sees('clerk'))?.judgements.map(({ verdict }) => verdict)).toEqual([
      'extended',
      'notYet',
    ]);
  });
});

describe('a disposal in Yancheng', () => {
  it('[yc-cloud-19-11] [yc-cloud-19-12] is proposed once it is overdue, blocked until the authority approves, and carried out by the provider', async () => {
    const story = await yancheng();
    story.at('2026-03-02');
    const propose = (measure: 'downgrade' | 'suspend') =>
      story.act('operator', { kind: 'propose', measure, text: '逾期未改。' });
    expect(await story.act('leader', { kind: 'propose', measure: 'downgrade', text: '改。' })).toBe(
      'not-allowed',
    );
    expect(await propose('suspend'), 'only for a breach of the letter').toBe(
      'reclamation-invalid not-a-measure',
    );
    expect(await propose('downgrade')).toBe('ok');
    expect(story.tasks.size).toBe(0);
    expect(await story.act('operator', { kind: 'decide', approved: true, text: '同意。' })).toBe(
      'not-allowed',
    );
    expect(await story.act('leader', { kind: 'decide', approved: false, text: '再给机会。' })).toBe('ok');
    expect(story.tasks.size).toBe(0);
    await propose('downgrade');
    expect(await story.act('leader', { kind: 'decide', approved: true, text: '同意降配。' })).toBe('ok');
    const [task] = [...story.tasks.values()];
    expect(task?.task).toMatchObject({ title: '降低配置', asksCertificate: false });
    expect((await story.sees('clerk'))?.dataLoss).toMatchObject({
      text: expect.stringContaining('备份'),
      clause: 'yc-cloud-19-12',
    });
    await story.does(task?.workId ?? '');
    expect(await story.sees('clerk')).toMatchObject({ status: 'disposed', may: [] });
  });

  it('takes back by a reclamation with time to restore: notice and action date are one', async () => {
    const story = await yancheng();
    story.at('2026-03-02');
    await story.act('operator', { kind: 'propose', measure: 'reclaim', text: '逾期未改。' });
    await story.act('leader', { kind: 'decide', approved: true, text: '同意收回。' });
    const [work] = [...story.tasks.values()];
    const reclamation = await story.reclamation('clerk');
    expect(reclamation).toMatchObject({
      cause: 'rectification',
      actOn: '2026-03-09',
      due: { dueOn: '2026-03-11' },
    });
    expect(work?.task.notBefore).toBe('2026-03-09');
    expect(work?.due?.dueOn).toBe('2026-03-11');
    expect(await story.reclaimAct('clerk', { kind: 'acknowledge' })).toBe('ok');
    expect(await story.reclaimAct('operator', { kind: 'restore', reason: '整改到位。' })).toBe('not-allowed');
    story.at('2026-03-06');
    expect(await story.reclaimAct('leader', { kind: 'restore', reason: '整改到位。' })).toBe('ok');
    expect(story.withdrawn).toContain(work?.workId);
    expect((await story.reclamation())?.status).toBe('restored');
    expect((await story.sees('operator'))?.status).toBe('warned');
    expect(story.rows().every(({ state }) => state === 'inUse')).toBe(true);
    expect(await story.act('operator', { kind: 'propose', measure: 'reclaim', text: '仍未改。' })).toBe(
      'reclamation-invalid restored-once',
    );
  });

  it('once reclaimed ends the bill at the limit at the latest, and with it the rectification', async () => {
    const story = await yancheng();
    story.at('2026-03-02');
    await story.act('operator', { kind: 'propose', measure: 'reclaim', text: '逾期未改。' });
    await story.act('leader', { kind: 'decide', approved: true, text: '同意收回。' });
    const [work] = [...story.tasks.values()];
    story.at('2026-03-20');
    expect(await story.reclaimAct('leader', { kind: 'restore', reason: '晚了。' })).toBe(
      'reclamation-not-now',
    );
    await story.does(work?.workId ?? '');
    expect((await story.reclamation())?.status).toBe('certifying');
    await story.does(work?.workId ?? '', 'WorkCertified');
    expect((await story.reclamation())?.certificate?.issued?.number).toBe('关停证明〔2026〕0001号');
    expect(story.rows().map(({ billing }) => billing[0]?.to)).toEqual(['2026-03-11', '2026-03-11']);
    expect((await story.sees('clerk'))?.status).toBe('disposed');
  });

  it('[yc-cloud-annex6-5] [yc-cloud-annex6-9] of proxying or subletting suspends first; taking back is a decision of its own', async () => {
    const story = await yancheng('changedUse');
    expect(await story.sees('clerk')).toMatchObject({
      finding: { clause: 'yc-cloud-annex6-5', title: expect.stringContaining('擅自改变用途') },
      breach: true,
    });
    story.at('2026-03-02');
    const propose = (measure: 'suspend' | 'reclaim') =>
      story.act('operator', { kind: 'propose', measure, text: '拒不整改。' });
    const approve = () => story.act('leader', { kind: 'decide', approved: true, text: '同意。' });
    expect(await propose('reclaim')).toBe('reclamation-invalid suspend-first');
    await propose('suspend');
    await approve();
    const [suspension] = [...story.tasks.values()];
    await story.does(suspension?.workId ?? '');
    expect((await story.sees('clerk'))?.status).toBe('suspended');
    expect(await story.reclamation(), 'nothing is taken back by the suspension').toBeUndefined();
    expect(await propose('reclaim')).toBe('ok');
    expect(await story.reclamation()).toBeUndefined();
    expect(await approve()).toBe('ok');
    expect((await story.reclamation())?.cause).toBe('rectification');
  });
});

describe('in Kaifeng', () => {
  const kaifeng = async () => {
    const story = rectificationSetup('kaifeng/lankao');
    await story.find('authority', 'lowUse');
    return story;
  };

  it('another person of the authority reviews, and the notice sets its own day', async () => {
    const story = await kaifeng();
    const warn = (who: 'authority' | 'officer', dueOn?: string) =>
      story.act(who, { kind: 'warn', text: '限期整改。', ...(dueOn ? { dueOn } : {}) });
    expect(await warn('authority', '2026-02-10')).toBe('own-matter');
    expect(await warn('officer')).toBe('reclamation-invalid due-missing');
    expect(await warn('officer', '2026-02-10')).toBe('ok');
    expect((await story.sees('clerk'))?.due?.dueOn).toBe('2026-02-10');
  });

  it('[kf-cloud-21-3] nothing is downgraded before experts and the unit have reviewed the plan', async () => {
    const story = await kaifeng();
    await story.act('officer', { kind: 'warn', text: '限期整改。', dueOn: '2026-02-10' });
    story.at('2026-02-11');
    await story.act('authority', { kind: 'propose', measure: 'downgrade', text: '减半。' });
    const approve = () => story.act('officer', { kind: 'decide', approved: true, text: '同意。' });
    expect(await approve()).toBe('reclamation-not-now');
    expect(await story.act('clerk', { kind: 'review', agrees: false, text: '旺季将至。' })).toBe('ok');
    expect(await approve()).toBe('reclamation-not-now');
    expect(story.tasks.size).toBe(0);
    expect(await story.act('expert', { kind: 'review', agrees: true, text: '可行。' })).toBe('ok');
    expect(await story.act('expert', { kind: 'review', agrees: true, text: '可行。' })).toBe(
      'reclamation-not-now',
    );
    expect(await approve()).toBe('ok');
    expect([...story.tasks.values()].map(({ task }) => task.title)).toEqual(['降低配置']);
  });

  it('[kf-cloud-19-2] what is taken back is not closed until department and provider have both confirmed the erasure', async () => {
    const story = await kaifeng();
    await story.act('officer', { kind: 'warn', text: '限期整改。', dueOn: '2026-02-10' });
    story.at('2026-02-11');
    await story.act('authority', { kind: 'propose', measure: 'reclaim', text: '收回。' });
    await story.act('clerk', { kind: 'review', agrees: true, text: '同意。' });
    await story.act('expert', { kind: 'review', agrees: true, text: '可行。' });
    await story.act('officer', { kind: 'decide', approved: true, text: '同意。' });
    expect(await story.reclaimAct('clerk', { kind: 'confirmErasure', note: '已核对。' })).toBe(
      'reclamation-not-now',
    );
    story.at('2026-03-02');
    const [work] = [...story.tasks.values()];
    expect(work?.task).toMatchObject({ asksErasure: true, asksCertificate: false });
    expect(work?.due, 'the text gives no limit').toBeUndefined();
    await story.does(work?.workId ?? '');
    expect((await story.reclamation())?.status).toBe('confirming');
    expect(await story.reclaimAct('clerk', { kind: 'confirmErasure', note: '已核对。' })).toBe('ok');
    expect((await story.reclamation())?.status).toBe('ended');
    expect(story.rows().map(({ billing }) => billing[0]?.to)).toEqual(['2026-03-02', '2026-03-02']);
  });
});
