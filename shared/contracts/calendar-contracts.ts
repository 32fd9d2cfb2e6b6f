import * as calendar from './holiday-notices.ts';
import { none, type OperationContract } from './operation-contract.ts';

export const calendarContracts = {
  listCalendars: {
    summary: '工作日历的各个版本，新的在前',
    query: none,
    status: 200,
    answer: calendar.calendarList,
  },
  previewNotice: {
    summary: '试算一份放假安排会调整哪些办理参考时间，不写入',
    query: none,
    body: calendar.noticeBody,
    status: 200,
    answer: calendar.noticePreview,
  },
  publishNotice: {
    summary: '发布放假安排，形成新的日历版本并开始重算（If-Match 为当前版本，尚无版本时用 "0"）',
    query: none,
    body: calendar.noticeBody,
    status: 201,
    answer: calendar.noticePublished,
    matched: true,
  },
  getRecomputation: {
    summary: '某一日历版本的期限重算进度',
    params: calendar.versionParams,
    query: none,
    status: 200,
    answer: calendar.recomputationView,
  },
} as const satisfies Record<string, OperationContract>;
