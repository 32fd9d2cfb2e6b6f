import { billAnswer, billQuestion } from './bill.ts';
import { deadlineAnswer, deadlineQuestion } from './deadline.ts';
import { none, type OperationContract } from './operation-contract.ts';

export const trialsContracts = {
  computeDeadline: {
    summary: '试算期限',
    query: none,
    body: deadlineQuestion,
    status: 200,
    answer: deadlineAnswer,
  },
  computeBill: {
    summary: '试算费用',
    query: none,
    body: billQuestion,
    status: 200,
    answer: billAnswer,
  },
} as const satisfies Record<string, OperationContract>;
