import { useCatalogueRepricing } from '../../api/catalogue.ts';
import { formatMoney } from '../format-money.ts';
import { ProblemPanel } from '../problem-panel.tsx';

const moved = (fen: number): string => {
  if (fen === 0) return '合计不变';
  return fen > 0 ? `合计增加 ${formatMoney(fen)}` : `合计减少 ${formatMoney(-fen)}`;
};

/** 改价影响: what this draft would do to applications that are still being written. */
export const RepricingNotice = ({ version }: { readonly version: number }) => {
  const reading = useCatalogueRepricing(version);
  if (reading.isPending) return <p className="quiet">正在计算对尚未提交的申请的影响…</p>;
  if (!reading.data) return <ProblemPanel error={reading.error} onRetry={reading.refetch} />;
  const { drafts, repriced, unavailable, beforeFen, afterFen, complete } = reading.data;
  return (
    <div className="repricing" role="status">
      <strong>对尚未提交的申请</strong>
      <span>
        {complete ? '' : '各地区最近的办件中，'}在填写或补正的 <b>{drafts}</b> 件，其中 <b>{repriced}</b>{' '}
        件费用将变动
      </span>
      <span>
        每月 {formatMoney(beforeFen)} → {formatMoney(afterFen)}，{moved(afterFen - beforeFen)}
      </span>
      {unavailable > 0 && (
        <span className="repricing-lost">
          <b>{unavailable}</b> 件含将不能再申请的产品，须由申请单位改选
        </span>
      )}
    </div>
  );
};
