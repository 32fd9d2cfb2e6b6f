import type { ReactNode } from 'react';
import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { formatInstant } from '../format-time.ts';

interface StepProps {
  readonly done: boolean;
  readonly words: readonly [done: string, open: string];
  readonly children: ReactNode;
}

const Step = ({ done, words, children }: StepProps) => (
  <li>
    <span className={done ? 'lifecycle-mark lifecycle-mark-done' : 'lifecycle-mark'}>
      {done ? `✓ ${words[0]}` : words[1]}
    </span>
    {children}
  </li>
);

const When = ({
  what,
}: {
  readonly what: { readonly at: string; readonly by?: { readonly name: string } } | undefined;
}) =>
  what && (
    <span className="quiet">
      {formatInstant(what.at)} {what.by?.name}
    </span>
  );

/** From the notice to the certificate: what is done, and what still has to be. */
export const ReclamationSteps = ({ view }: { readonly view: ReclamationView }) => {
  const { acknowledged, executed, erasure, certificate, restored, provider } = view;
  const issued = certificate?.issued;
  return (
    <section className="panel" aria-label="办理过程">
      <h2>办理过程</h2>
      <ul className="lifecycle-steps">
        <Step done={acknowledged !== undefined} words={['已确认', '待确认']}>
          使用部门确认数据责任
          <When what={acknowledged} />
        </Step>
        {restored ? (
          <Step done words={['已恢复', '']}>
            恢复使用：{restored.reason}
            <When what={restored} />
          </Step>
        ) : (
          <Step done={executed !== undefined} words={['已回收', '待回收']}>
            {provider ?? '云服务商'}回收资源、清除数据
            <When what={executed} />
            {executed && <div>{executed.evidence}</div>}
            {executed?.erasure !== undefined && <div>数据清除：{executed.erasure}</div>}
          </Step>
        )}
        {erasure && !restored && (
          <Step done={erasure.confirmed !== undefined} words={['已确认', '待确认']}>
            使用部门确认数据清除
            <When what={erasure.confirmed} /> <ClauseChip clause={erasure.clause} />
          </Step>
        )}
        {certificate && !restored && (
          <Step done={issued !== undefined} words={['已出具', '待出具']}>
            {certificate.title}
            {issued && (
              <span className="quiet">
                {issued.number} {formatInstant(issued.issuedAt)}
              </span>
            )}{' '}
            <ClauseChip clause={certificate.clause} />
            {issued?.revoked && <div>已撤销：{issued.revoked.reason}</div>}
          </Step>
        )}
      </ul>
    </section>
  );
};
