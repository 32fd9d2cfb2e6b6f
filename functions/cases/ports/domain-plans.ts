import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { profileRules } from '../app/application-rules.ts';
import type { CaseRef } from '../app/ports.ts';
import { createCaseStore } from '../store/case-store.ts';

/** 专有域建设管理方案 as opening in the domain needs it. */
export interface DomainPlan {
  readonly name: string;
  readonly state: 'underReview' | 'passed' | 'refused';
  /** Who is responsible for what has been recorded. */
  readonly split: boolean;
}

export type ReadDomainPlan = (ref: CaseRef) => Promise<DomainPlan | undefined>;

const stateOf = (at: string): DomainPlan['state'] => {
  if (at === 'completed') return 'passed';
  return at === 'rejected' || at === 'withdrawn' ? 'refused' : 'underReview';
};

/** Plans of one data scope; undefined for a matter that is none. */
export const domainPlans = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): ReadDomainPlan => {
  const cases = createCaseStore(client, table);
  return async (ref) => {
    const found = (await cases.load(ref))?.state;
    if (found?.kind !== 'dedicatedDomain') return undefined;
    const ruled = profileRules(found);
    const wanted = ruled.ok ? (ruled.value.rules.acts ?? []) : [];
    return {
      name: found.systemName,
      state: stateOf(found.flow.at),
      split: wanted.every(({ id }) => found.acts?.some((done) => done.id === id)),
    };
  };
};
