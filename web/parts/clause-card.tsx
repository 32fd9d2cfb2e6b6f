import { Link } from 'react-router';
import { clauseName } from '#shared/contracts/clause-name.ts';
import { useRules } from '../api/reads.ts';

/** What a clause says, the values that stand on it, and the way to the rules. */
export const ClauseCard = ({ clause }: { readonly clause: string }) => {
  const rules = useRules();
  const found = rules.data?.documents.flatMap(({ clauses }) => clauses).find(({ id }) => id === clause);
  const values = rules.data?.values.filter((value) => value.clause === clause) ?? [];
  return (
    <div className="clause-card">
      <strong>{clauseName(clause)}</strong>
      <p>{rules.isPending ? '正在读取…' : (found?.summary ?? '条文说明暂时读不到，请稍后再试。')}</p>
      {values.map(({ id, title, value, source }) => (
        <p key={id} className="small">
          {title}：{value}
          {source === 'localDefault' && <span className="quiet">（条文未定数值，本地默认）</span>}
        </p>
      ))}
      <Link to={`/rules?clause=${clause}`}>在规则中查看</Link>
    </div>
  );
};
