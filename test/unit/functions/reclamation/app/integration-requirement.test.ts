import { describe, expect, it } from 'vitest';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

const required = { document: '盐政办发〔2026〕12号', dueOn: '2026-02-27' };

const setup = async () => {
  const story = rectificationSetup('yancheng/dafeng');
  expect(await story.find('operator', 'unintegrated', required)).toBe('ok');
  const toldOf = (event: string) =>
    story.notices.filter((notice) => notice.event === event).map(({ facts }) => facts['outcome']);
  return { ...story, toldOf };
};

describe('an integration requirement with its source and its day', () => {
  it('[yc-cloud-19-7] unfulfilled when its day is over is proposed for warning with that reason, once, and warned by a person alone', async () => {
    const story = await setup();
    expect(await story.sees('clerk')).toMatchObject({
      status: 'required',
      requirement: required,
      due: { dueOn: '2026-02-27', clause: 'yc-cloud-19-7' },
      may: ['state'],
    });
    expect(story.toldOf('rectification.required')).toEqual([required.document]);
    expect(await story.act('leader', { kind: 'warn', text: '限期整改。' })).toBe('reclamation-not-now');

    story.at('2026-02-27');
    await story.settle();
    expect((await story.sees('operator'))?.status, 'its last day counts').toBe('required');
    expect(story.toldOf('rectification.toReview')).toEqual([]);

    // Late by days, and every effect is carried twice.
    story.at('2026-03-03');
    await story.settle();
    await story.settle();
    expect(await story.sees('operator')).toMatchObject({
      status: 'proposed',
      finding: { kind: 'unintegrated', title: '未按规定整合', clause: 'yc-cloud-19-7' },
      requirement: required,
    });
    expect(story.toldOf('rectification.toReview')).toEqual(['未按规定整合']);
    expect(await story.sees('clerk'), 'nothing is heard of a proposal').toBeUndefined();
    expect(story.toldOf('rectification.warned')).toEqual([]);

    expect(await story.act('operator', { kind: 'warn', text: '限期整改。' })).toBe('not-allowed');
    expect(await story.act('leader', { kind: 'warn', text: '限期整改。' })).toBe('ok');
    expect(await story.sees('clerk')).toMatchObject({ status: 'warned', due: { dueOn: '2026-04-03' } });
  });

  it('[yc-cloud-19-7] fulfilled in time proposes nothing: the department shows it, the operations body finds it so', async () => {
    const story = await setup();
    story.at('2026-02-26');
    expect(await story.act('clerk', { kind: 'state', of: 'mended', text: '已并入，见验收。' })).toBe('ok');
    expect(await story.act('clerk', { kind: 'judge', verdict: 'rectified', text: '好。' })).toBe(
      'not-allowed',
    );
    expect(await story.act('operator', { kind: 'judge', verdict: 'rectified', text: '核实已整合。' })).toBe(
      'ok',
    );
    story.at('2026-04-01');
    await story.settle();
    expect(await story.sees('clerk')).toMatchObject({ status: 'rectified', may: [], due: { light: 'met' } });
    expect(story.toldOf('rectification.toReview')).toEqual([]);
  });

  it('waits for the new day where it was given more time', async () => {
    const story = await setup();
    const extend = (dueOn: string) =>
      story.act('operator', { kind: 'judge', verdict: 'extended', text: '同意。', dueOn });
    expect(await extend('2026-02-27')).toBe('reclamation-invalid not-later');
    expect(await extend('2026-03-31')).toBe('ok');
    story.at('2026-03-15');
    await story.settle();
    expect(await story.sees('clerk')).toMatchObject({ status: 'required', due: { dueOn: '2026-03-31' } });
    story.at('2026-04-01');
    await story.settle();
    expect((await story.sees('operator'))?.status).toBe('proposed');
  });

  it('is entered for what the rules let be due, and not behind its day', async () => {
    const story = rectificationSetup('yancheng/dafeng');
    expect(await story.find('operator', 'other', required)).toBe('reclamation-invalid unknown-field');
    const past = { ...required, dueOn: '2026-01-30' };
    expect(await story.find('operator', 'unintegrated', past)).toBe('reclamation-invalid in-past');
    expect(await story.find('operator', 'unintegrated', { ...required, dueOn: '2026-01-31' })).toBe('ok');
  });
});

describe('a finding', () => {
  it('is of a system that has something in use: nobody could mend another, and nothing of it be taken back', async () => {
    const story = rectificationSetup('yancheng/dafeng');
    const { registry } = story.services;
    for (const { resourceId } of story.rows())
      await registry.changeResource(
        { tenant: 'yancheng/dafeng', systemId: story.systemId },
        resourceId,
        (row) => ({
          ...row,
          state: 'reclaimed',
        }),
      );
    expect(await story.find('operator', 'unintegrated', required)).toBe('reclamation-invalid not-in-use');
  });
});
