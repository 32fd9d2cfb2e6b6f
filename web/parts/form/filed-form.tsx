import type { CaseView } from '#shared/contracts/cases.ts';
import type { Assessing } from '../case/assessment.ts';
import { useNarrow } from '../use-narrow.ts';
import { formWords } from './form-words.ts';
import { resourceLinesOf } from './resource-lines.ts';
import { ResourceTable } from './resource-table.tsx';
import { SectionFacts } from './section-facts.tsx';
import './form.css';

interface FiledFormProps {
  readonly view: CaseView;
  readonly assessing: Assessing | undefined;
}

/** The application as filed (or as typed so far), in the order of the annexes; a phone opens only the resources. */
export const FiledForm = ({ view, assessing }: FiledFormProps) => {
  const narrow = useNarrow();
  const contents = new Map(view.sections.map(({ section, content }) => [section, content]));
  const filled = Object.entries(formWords).filter(
    ([section]) => Object.keys(contents.get(section) ?? {}).length > 0,
  );
  return (
    <section className="panel" aria-labelledby="filed-form">
      <h2 id="filed-form">
        申请材料 {view.frozen && <span className="quiet small">第 {view.round} 轮提交，已固定</span>}
      </h2>
      {filled.length === 0 && <p className="quiet">申请材料还没有填写。</p>}
      {filled.map(([section, words]) => (
        <details key={section} className="section" open={!narrow || section === 'resources'}>
          <summary>
            <h3>{words.title}</h3>
          </summary>
          {section === 'resources' ? (
            <ResourceTable
              lines={resourceLinesOf(view.sections)}
              tasks={view.tasks}
              monthlyCostFen={view.monthlyCostFen}
              assessing={assessing}
            />
          ) : (
            <SectionFacts words={words} content={contents.get(section) ?? {}} />
          )}
        </details>
      ))}
    </section>
  );
};
