import { expect, test } from 'vitest';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import { filterWork, stagesIn } from '../../../../../web/parts/work/filter-work.ts';

const item = (systemName: string, stage: string, state: 'normal' | 'overdue'): WorkItem => ({
  task: {
    taskId: '2-0',
    step: 'localReview',
    stepTitle: '本级审核',
    stage,
    stageTitle: stage === 'firstReview' ? '初审' : '签批',
    round: 1,
    holderLabel: '',
    openedAt: '2026-10-16T01:00:00Z',
    workingDays: 0,
    light: { state, word: '' },
    state: 'open',
    verbs: ['approve'],
    may: [],
    returnTo: [],
    assesses: false,
  },
  case: {
    caseId: systemName,
    number: '大丰区2026-0012',
    tenant: 'yancheng/dafeng',
    tenantName: '大丰区',
    organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
    kind: 'cloudApplication',
    kindTitle: '政务云资源申请',
    matter: '政务云资源',
    priced: true,
    systemName,
    status: 'reviewing',
    statusLabel: '本级审核中',
    round: 1,
    version: 3,
    createdAt: '2026-10-16T01:00:00Z',
    updatedAt: '2026-10-16T01:00:00Z',
  },
});
const items = [item('医疗平台', 'firstReview', 'overdue'), item('住建平台', 'leaderApproval', 'normal')];
const names = (filter: Parameters<typeof filterWork>[1]) =>
  filterWork(items, filter).map(({ case: matter }) => matter.systemName);

test('narrows by stage, light and name, each by itself and together', () => {
  expect(names({})).toEqual(['医疗平台', '住建平台']);
  expect(names({ stage: 'leaderApproval' })).toEqual(['住建平台']);
  expect(names({ light: 'overdue' })).toEqual(['医疗平台']);
  expect(names({ text: ' 住建 ' })).toEqual(['住建平台']);
  expect(names({ text: '2026-0012' })).toEqual(['医疗平台', '住建平台']);
  expect(names({ text: '卫健委', light: 'normal', stage: 'firstReview' })).toEqual([]);
});

test('offers the stages that occur, each once', () => {
  expect(stagesIn([...items, ...items])).toEqual([
    ['firstReview', '初审'],
    ['leaderApproval', '签批'],
  ]);
});
