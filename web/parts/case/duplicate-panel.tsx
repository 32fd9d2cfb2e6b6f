import { Input } from 'antd';
import { useId } from 'react';
import type { ReviewView } from '#shared/contracts/case-desk.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { answeredPurchases } from './duplicates.ts';
import type { MyTask } from './use-my-task.ts';

const longestReason = 500;

interface DuplicateProps {
  readonly duplicate: ReviewView['duplicates'][number];
  readonly answered: string | undefined;
  readonly mine: MyTask;
}

const Duplicate = ({ duplicate, answered, mine }: DuplicateProps) => {
  const id = useId();
  const { purchase, item, reason, products } = duplicate;
  return (
    <li className="duplicate">
      <div>
        <strong>{item}</strong>
        <span className="quiet">　申请单位说明：{reason === '' ? '未写' : reason}</span>
      </div>
      <div className="small">
        目录中已有：{products.map(({ name, specification }) => `${name}（${specification}）`).join('；')}
      </div>
      {answered !== undefined && <p className="opinion-text">不等同的理由：{answered}</p>}
      {answered === undefined && mine.task?.assesses === true && (
        <>
          <label className="field-label" htmlFor={id}>
            不等同的理由（通过时必填；说不清的请退回或驳回）
          </label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={longestReason}
            value={mine.reasons.reasons[purchase] ?? ''}
            onChange={(event) => mine.reasons.onReason(purchase, event.target.value)}
          />
        </>
      )}
    </li>
  );
};

/** 可能重复的另行采购: what the catalogue already offers, and why it is not the same (yc-cloud-5-2). */
export const DuplicatePanel = ({ view, mine }: { readonly view: CaseView; readonly mine: MyTask }) => {
  const duplicates = mine.review.data?.duplicates ?? [];
  const [first] = duplicates;
  if (!first) return null;
  const answered = answeredPurchases(view);
  return (
    <section className="panel panel-warn" aria-labelledby="duplicates">
      <h2 id="duplicates">
        可能重复的另行采购 <ClauseChip clause={first.clause} />
      </h2>
      <ul className="plain-list">
        {duplicates.map((duplicate) => (
          <Duplicate
            key={duplicate.purchase}
            duplicate={duplicate}
            answered={answered.get(duplicate.purchase)}
            mine={mine}
          />
        ))}
      </ul>
    </section>
  );
};
