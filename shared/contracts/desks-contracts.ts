import * as desks from './desks.ts';
import { none, type OperationContract } from './operation-contract.ts';

/** 岗位: who stands in for whom, and who takes over from whom. */
export const desksContracts = {
  listDelegations: {
    summary: '我的委托：交出的、受托的，和可以委托的同岗位人员',
    query: none,
    status: 200,
    answer: desks.delegationsView,
  },
  delegateDesk: {
    summary: '外出期间委托同岗位人员代办',
    body: desks.delegationBody,
    status: 201,
    answer: desks.delegationAnswer,
    keyed: true,
  },
  revokeDelegation: {
    summary: '收回或退回委托',
    params: desks.delegationParams,
    body: none,
    status: 200,
    answer: desks.delegationAnswer,
    keyed: true,
    matched: true,
  },
  listDesks: {
    summary: '可以办理离岗交接的人员及其名下待办',
    query: none,
    status: 200,
    answer: desks.desksView,
  },
  startHandOver: {
    summary: '离岗交接：名下全部待办交给同岗位的接手人',
    body: desks.handOverBody,
    status: 201,
    answer: desks.handOverAnswer,
    keyed: true,
  },
  listHandOvers: { summary: '离岗交接记录', query: none, status: 200, answer: desks.handOverList },
  getHandOver: {
    summary: '一次离岗交接的进度，每件各有结果',
    params: desks.handOverParams,
    query: none,
    status: 200,
    answer: desks.handOverView,
  },
} as const satisfies Record<string, OperationContract>;
