import { administrationJournal, administrationQuery, hostsBody, hostsView } from './administration.ts';
import { journalVerification } from './case-journal.ts';
import { none, type OperationContract } from './operation-contract.ts';
import {
  enrolBody,
  grantAnswer,
  grantBody,
  grantParams,
  grantsList,
  grantsQuery,
  peopleList,
  peopleQuery,
  verdictBody,
} from './people.ts';

/** 系统管理: people, their grants, and what became of them. */
export const peopleContracts = {
  listPeople: { summary: '本级人员与岗位', query: peopleQuery, status: 200, answer: peopleList },
  enrolPerson: {
    summary: '提出新增人员，由安全管理员确认后生效',
    body: enrolBody,
    status: 201,
    answer: grantAnswer,
    keyed: true,
  },
  listGrants: { summary: '授权事项，新的在前', query: grantsQuery, status: 200, answer: grantsList },
  proposeGrant: {
    summary: '提出调整岗位、停用、恢复启用或变更联系电话',
    body: grantBody,
    status: 201,
    answer: grantAnswer,
    keyed: true,
  },
  decideGrant: {
    summary: '安全管理员确认或退回授权事项',
    params: grantParams,
    body: verdictBody,
    status: 200,
    answer: grantAnswer,
    keyed: true,
    matched: true,
  },
  withdrawGrant: {
    summary: '提出人撤回授权事项',
    params: grantParams,
    body: none,
    status: 200,
    answer: grantAnswer,
    keyed: true,
    matched: true,
  },
  listAdministrationJournal: {
    summary: '管理留痕，由审计管理员查看',
    query: administrationQuery,
    status: 200,
    answer: administrationJournal,
  },
  verifyAdministrationJournal: {
    summary: '核验管理留痕链',
    query: none,
    status: 200,
    answer: journalVerification,
  },
  getOutboundHosts: { summary: '本市允许外联的主机名单', query: none, status: 200, answer: hostsView },
  saveOutboundHosts: {
    summary: '市级安全管理员更改允许外联的主机名单',
    body: hostsBody,
    status: 200,
    answer: hostsView,
    matched: true,
  },
} as const satisfies Record<string, OperationContract>;
