import { describe, expect, it } from 'vitest';
import { isMessageEvent, isUrgent } from '#functions/notify/domain/message-texts.ts';
import { workNotices } from '#functions/provisioning/app/work-notices.ts';
import type { WorkEvent, WorkOrder } from '#functions/provisioning/domain/work-order.ts';
import { certifyTask, doTask, type WorkTask } from '#functions/provisioning/domain/work-task.ts';

const task: WorkTask = {
  answers: 'reclamation.answered',
  processId: 'r',
  step: 'reclaim',
  title: '资源回收',
  asksErasure: false,
  asksCertificate: true,
  resources: [],
};
const due = { dueOn: '2026-03-11', provisional: false, calendarVersion: '1', clause: 'yc-cloud-20-3' };
const work: WorkOrder = {
  workId: 'r-reclaim',
  provider: { id: 'p', name: '云服务商' },
  tenant: 'yancheng/dafeng',
  orderId: 'r',
  kind: 'task',
  systemName: '某平台',
  applicant: '卫健委',
  issuedAt: '2026-03-02T02:00:00.000Z',
  due,
  lines: [],
  units: [],
  task,
};
const reason = '资源已恢复使用，不再回收。';
const by = { tenant: 'yancheng/_city', membership: 'm' } as const;

describe('a provider whose work has changed', () => {
  it.each<[WorkEvent, string, object]>([
    [{ type: 'WorkWithdrawn', reason }, 'work.withdrawn', { reason }],
    [{ type: 'WorkDueMoved', due }, 'work.dueMoved', { dueOn: due.dueOn }],
    [{ type: 'WorkUnitsReleased', unitIds: ['u1', 'u2'] }, 'work.released', { unitIds: ['u1', 'u2'] }],
  ])('is told, its people and its program alike: %o', (event, name, content) => {
    const now = workNotices([event], work).filter(({ notBefore }) => notBefore === undefined);
    expect(now.map(({ event: told }) => told)).toEqual([name, name]);
    expect(now[0]).toMatchObject({ holders: [{ role: 'provider.engineer', organisation: 'p' }] });
    expect(now[1]?.webhook).toMatchObject({
      organisation: 'p',
      content: { event: name, workId: 'r-reclaim', ...content },
    });
  });

  it('hears of a withdrawal at any hour', () => {
    const [told] = workNotices([{ type: 'WorkWithdrawn', reason }], work);
    const event = told?.event ?? '';
    expect(isMessageEvent(event) && isUrgent(event)).toBe(true);
    expect(told?.facts['outcome']).toBe(reason);
  });

  it('is not told that a withdrawn task is done, but that nothing may be destroyed', () => {
    const withdrawn = { ...task, withdrawn: reason };
    const report = { evidence: '已销毁。' };
    for (const told of [doTask(withdrawn, report, by, '2026-03-10'), certifyTask(withdrawn)])
      expect(told).toMatchObject({
        refusal: {
          code: 'work-withdrawn',
          detail:
            '这张工单已经撤回（资源已恢复使用，不再回收），请勿执行；已经执行的，请立即联系运行管理机构。',
        },
      });
    const done = { ...task, done: { at: '', by, ...report } };
    expect(doTask(done, report, by, '2026-03-10')).toMatchObject({ refusal: { code: 'work-closed' } });
  });
});
