import { calendarQuery, calendarView } from './calendar.ts';
import { journalVerification } from './case-journal.ts';
import { catalogueView } from './catalogue.ts';
import * as versions from './catalogue-versions.ts';
import { formParams, formQuery, formView } from './forms.ts';
import { guideView } from './guide.ts';
import { none, type OperationContract } from './operation-contract.ts';
import { rulesView } from './rules.ts';

export const catalogueContracts = {
  listCatalogue: { summary: '现行统一服务目录', query: none, status: 200, answer: catalogueView },
  listCatalogueVersions: {
    summary: '目录历次版本：生效日期、起草人、发布人、备案和变动数',
    query: none,
    status: 200,
    answer: versions.versionList,
  },
  getCatalogueVersion: {
    summary: '某一版目录的全部产品，以及与另一版的差异',
    params: versions.versionParams,
    query: versions.versionQuery,
    status: 200,
    answer: versions.versionView,
  },
  fileCatalogueVersion: {
    summary: '登记目录备案：备案号和日期',
    params: versions.versionParams,
    query: none,
    body: versions.filingBody,
    status: 200,
    answer: versions.catalogueAnswer,
    keyed: true,
    matched: true,
  },
  getCatalogueDraft: {
    summary: '目录草案及其变动',
    query: none,
    status: 200,
    answer: versions.draftView,
  },
  saveCatalogueDraft: {
    summary: '保存目录草案',
    query: none,
    body: versions.draftBody,
    status: 200,
    answer: versions.catalogueAnswer,
    matched: true,
  },
  releaseCatalogueDraft: {
    summary: '发布（审定）目录草案，成为新的一版',
    query: none,
    body: none,
    status: 200,
    answer: versions.catalogueAnswer,
    keyed: true,
    matched: true,
  },
  getBudgetStandards: {
    summary: '目录支出预算标准',
    query: none,
    status: 200,
    answer: versions.standardsView,
  },
  saveBudgetStandards: {
    summary: '制定目录支出预算标准',
    query: none,
    body: versions.standardsBody,
    status: 200,
    answer: versions.catalogueAnswer,
    matched: true,
  },
  listCatalogueJournal: {
    summary: '目录全程留痕',
    query: versions.catalogueJournalQuery,
    status: 200,
    answer: versions.catalogueJournalPage,
  },
  verifyCatalogueJournal: {
    summary: '核验目录留痕链，指出首个不符的条目',
    query: none,
    status: 200,
    answer: journalVerification,
  },
  getCalendar: { summary: '某年的工作日历', query: calendarQuery, status: 200, answer: calendarView },
  getForm: {
    summary: '一类事项的申请表：各部分、填写项、选项、条件、依据和随附材料',
    params: formParams,
    query: formQuery,
    status: 200,
    answer: formView,
  },
  getGuide: {
    summary: '一类事项的办事指南：按条文整理的步骤、材料和时限',
    params: formParams,
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
