import { Input } from 'antd';
import { useEffect, useRef } from 'react';
import type { RuleClause, RulesView } from '#shared/contracts/rules.ts';
import { useRules } from '../api/reads.ts';
import { formatDate } from '../parts/format-time.ts';
import { findRules } from '../parts/guide/find-rules.ts';
import { RuleValues } from '../parts/guide/rule-values.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { useFilters } from '../parts/use-filters.ts';
import '../parts/guide/guide.css';

const appliedWords: Readonly<Record<RuleClause['applied'], string>> = {
  now: '已按此办理',
  later: '随后续功能启用',
  none: '不涉及系统办理',
};

const Clause = ({ clause, chosen }: { readonly clause: RuleClause; readonly chosen: boolean }) => {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  return (
    <li ref={place} className={chosen ? 'rule-clause rule-chosen' : 'rule-clause'} aria-current={chosen}>
      <strong>{clause.article}</strong>
      <span>{clause.summary}</span>
      <span className={clause.applied === 'now' ? 'status status-now' : 'quiet small'}>
        {appliedWords[clause.applied]}
      </span>
    </li>
  );
};

const Documents = ({
  documents,
  chosen,
  searching,
}: Pick<RulesView, 'documents'> & { readonly chosen: string | undefined; readonly searching: boolean }) =>
  documents.map(({ title, clauses }) => (
    <details
      key={title}
      className="panel panel-fold"
      open={searching || clauses.some(({ id }) => id === chosen)}
    >
      <summary>
        <h2>《{title}》</h2>{' '}
        <span className="quiet small">{clauses.length} 项，逐条摘要，以印发文本为准</span>
      </summary>
      <ul className="plain-list">
        {clauses.map((clause) => (
          <Clause key={clause.id} clause={clause} chosen={clause.id === chosen} />
        ))}
      </ul>
    </details>
  ));

const Found = ({ rules }: { readonly rules: RulesView }) => {
  const { values: asked, change } = useFilters(['word', 'clause']);
  const { values, documents } = findRules(rules, asked.word ?? '');
  return (
    <>
      {rules.notOffered !== undefined && <Notice type="info" title={rules.notOffered} />}
      <search className="filters">
        <Input
          aria-label="查找规则"
          placeholder="查找事项、条款或文字，如 工作日、第十五条"
          allowClear
          value={asked.word ?? ''}
          onChange={(event) => change({ word: event.target.value, clause: undefined })}
        />
      </search>
      {values.length === 0 && documents.length === 0 && (
        <p className="quiet">没有找到“{asked.word}”，请换个说法再查。</p>
      )}
      {values.length > 0 && (
        <section aria-labelledby="values" className="rule-block">
          <h2 id="values" className="block-title">
            现行取值 <span className="quiet small">{values.length} 项</span>
          </h2>
          <RuleValues values={values} />
        </section>
      )}
      <Documents documents={documents} chosen={asked.clause} searching={(asked.word ?? '') !== ''} />
      <section className="panel" aria-labelledby="versions">
        <h2 id="versions">版本</h2>
        <ul className="plain-list">
          {rules.versions.map(({ ruleVersion, title, effectiveOn, current }) => (
            <li key={ruleVersion}>
              {title}，{formatDate(effectiveOn)}施行，版本 {ruleVersion}
              {current && <span className="status status-now">现行</span>}
            </li>
          ))}
        </ul>
        <p className="quiet small">办件提交时固定所适用的版本，规则更新不影响已提交的办件。</p>
      </section>
    </>
  );
};

/** 规则: the regulation as this system applies it, with current values and their grounds. */
export const RulesPage = () => {
  const rules = useRules();
  return (
    <>
      <title>规则 · 云网通</title>
      <div className="page-head">
        <h1>规则{rules.data && <span className="quiet small">　《{rules.data.title}》</span>}</h1>
      </div>
      {rules.isPending && <PageSkeleton />}
      {rules.error && <ProblemPanel error={rules.error} onRetry={rules.refetch} />}
      {rules.data && <Found rules={rules.data} />}
    </>
  );
};
