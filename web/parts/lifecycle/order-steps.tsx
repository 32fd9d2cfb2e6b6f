import type { OrderView } from '#shared/contracts/provisioning.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { formatInstant } from '../format-time.ts';
import './lifecycle.css';

const Mark = ({ done, words }: { readonly done: boolean; readonly words: readonly [string, string] }) => (
  <span className={done ? 'lifecycle-mark lifecycle-mark-done' : 'lifecycle-mark'}>
    {done ? `✓ ${words[0]}` : words[1]}
  </span>
);

/** What comes before the first batch: the letter, and the three parties' words. */
export const OrderSteps = ({ order }: { readonly order: OrderView }) => (
  <section className="panel" aria-label="开通前">
    <h2>开通前</h2>
    <ul className="lifecycle-steps">
      {order.letter && (
        <li>
          <Mark done={order.letter.signed !== undefined} words={['已签订', '未签订']} />
          {order.letter.title}
          {order.letter.signed && (
            <span className="quiet">
              {formatInstant(order.letter.signed.at)} {order.letter.signed.by?.name}
              {order.letter.signed.byScan && '（盖章扫描件）'}
            </span>
          )}
          <ClauseChip clause={order.letter.clause} />
        </li>
      )}
      {order.confirmation?.parties.map(({ party, label, at, by }) => (
        <li key={party}>
          <Mark done={at !== undefined} words={['已确认', '待确认']} />
          三方确认：{label}
          {at !== undefined && (
            <span className="quiet">
              {formatInstant(at)} {by?.name}
            </span>
          )}
          {order.confirmation && <ClauseChip clause={order.confirmation.clause} />}
        </li>
      ))}
      {!order.letter && !order.confirmation && (
        <li className="quiet">
          {order.window
            ? '审核同意后，保障期间开始当日自动向云服务商下达工单，到期恢复原来的资源。'
            : '本市规则不要求签订责任书和三方确认，审核同意后直接安排开通。'}
        </li>
      )}
    </ul>
  </section>
);
