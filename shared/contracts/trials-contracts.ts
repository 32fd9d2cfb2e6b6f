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
} as const satisfies Record<string, OperationContract>;
