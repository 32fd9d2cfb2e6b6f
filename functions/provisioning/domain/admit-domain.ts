import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Order } from './order-state.ts';
import type { PlanBatch } from './plan-batch.ts';

/** 专有域建设管理方案. */
export interface DomainPlan {
  readonly name: string;
  readonly state: 'underReview' | 'passed' | 'refused';
  /** Who is responsible for what has been recorded. */
  readonly split: boolean;
}

/** Whether a batch opens something new in a dedicated domain; what lies there already may be changed. */
export const opensInDomain = ({ lines }: Order, { quantities }: Pick<PlanBatch, 'quantities'>): boolean =>
  quantities.some(({ lineNo }) =>
    lines.some((line) => line.lineNo === lineNo && line.zone === 'dedicated' && line.changes === undefined),
  );

/**
 * 专有域: nothing is opened in it before its plan has passed, and before it is recorded who of department and operations
 * body is responsible for what (yc-cloud-11-2).
 */
export const objectionToDomain = (plan: DomainPlan | undefined): Refusal | undefined => {
  if (!plan) return { code: 'domain-unknown', detail: '找不到这批资源所在专有域的建设管理方案，不能开通。' };
  const { name, state, split } = plan;
  if (state === 'refused')
    return { code: 'domain-refused', detail: `专有域“${name}”的建设管理方案没有通过，不能在该专有域开通。` };
  if (state === 'underReview')
    return {
      code: 'domain-under-review',
      detail: `专有域“${name}”的建设管理方案还在审核，审核通过并登记责任分工后才能在该专有域开通。`,
    };
  return split
    ? undefined
    : {
        code: 'domain-split-missing',
        detail: `专有域“${name}”还没有登记使用部门与运行管理机构的责任分工，请使用部门在方案的办后事项中登记后再开通。`,
      };
};
