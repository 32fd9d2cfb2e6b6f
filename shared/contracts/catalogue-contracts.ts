import { calendarQuery, calendarView } from './calendar.ts';
import { catalogueView } from './catalogue.ts';
import { formParams, formQuery, formView } from './forms.ts';
import { guideView } from './guide.ts';
import { none, type OperationContract } from './operation-contract.ts';
import { rulesView } from './rules.ts';

export const catalogueContracts = {
  listCatalogue: { summary: '现行统一服务目录', query: none, status: 200, answer: catalogueView },
  getCalendar: { summary: '某年的工作日历', query: calendarQuery, status: 200, answer: calendarView },
  getForm: {
    summary: '政务云资源申请表：各部分、填写项、选项、条件、依据和随附材料',
    params: formParams,
    query: formQuery,
    status: 200,
    answer: formView,
  },
  getGuide: {
    summary: '政务云资源申请办事指南：按条文整理的步骤、材料和时限',
    query: none,
    status: 200,
    answer: guideView,
  },
  getRules: {
    summary: '本市适用的规则：现行取值、本地默认、各条款及版本',
    query: none,
    status: 200,
    answer: rulesView,
  },
} as const satisfies Record<string, OperationContract>;
