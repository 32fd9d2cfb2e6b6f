import { Link } from 'react-router';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormSection } from '#shared/contracts/forms.ts';
import { useForm } from '../../api/reads.ts';
import type { Assessing } from '../case/assessment.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { useNarrow } from '../use-narrow.ts';
import { isProductTable, linesOfTable } from './resource-lines.ts';
import { ResourceTable } from './resource-table.tsx';
import { SectionFacts } from './section-facts.tsx';
import './form.css';

interface FiledFormProps {
  readonly view: CaseView;
  readonly assessing: Assessing | undefined;
  /** Told when a part is unfolded, so that whoever vouches for it knows what they have not seen. */
  readonly onOpen?: ((section: string) => void) | undefined;
}

interface FiledSectionsProps extends FiledFormProps {
  readonly sections: readonly FormSection[];
}

const FiledSections = ({ view, assessing, onOpen, sections }: FiledSectionsProps) => {
  const narrow = useNarrow();
  const contents = new Map(view.sections.map(({ section, content }) => [section, content]));
  const filled = sections.filter(({ id }) => Object.keys(contents.get(id) ?? {}).length > 0);
  if (filled.length === 0) return <p className="quiet">申请材料还没有填写。</p>;
  return filled.map((section) => (
    <details
      key={section.id}
      className="section"
      open={!narrow || (isProductTable(section.id) && assessing !== undefined)}
      onToggle={(event) => event.currentTarget.open && onOpen?.(section.id)}
    >
      <summary>
        <h3>{section.name}</h3> <span className="quiet small">{section.source}</span>
      </summary>
      {isProductTable(section.id) ? (
        <ResourceTable
          section={section}
          systemId={view.systemId}
          lines={linesOfTable(view.sections, section.id)}
          tasks={view.tasks}
          prices={view.prices}
          assessing={assessing}
        />
      ) : (
        <SectionFacts section={section} content={contents.get(section.id) ?? {}} />
      )}
    </details>
  ));
};

/** A city whose form has no report has the sheet of opinions alone, once the application was submitted. */
const hasDocument = (view: CaseView, sections: readonly FormSection[]): boolean =>
  view.priced && (view.round > 0 || sections.some(({ id }) => id === 'report'));

/** The application as filed (or as typed so far), in the order of the annexes; a phone opens only what is to be assessed. */
export const FiledForm = ({ view, assessing, onOpen }: FiledFormProps) => {
  const form = useForm(view.kind, view.ruleVersion);
  return (
    <section className="panel" aria-labelledby="filed-form">
      <div className="filed-head">
        <h2 id="filed-form">
          申请材料 {view.frozen && <span className="quiet small">第 {view.round} 轮提交，已固定</span>}
        </h2>
        {form.data && hasDocument(view, form.data.form.sections) && (
          <Link to={`/cases/${view.caseId}/document`}>按公文格式预览和打印</Link>
        )}
      </div>
      {form.isPending && <PageSkeleton />}
      {form.error && <ProblemPanel error={form.error} onRetry={form.refetch} />}
      {form.data && (
        <FiledSections view={view} assessing={assessing} onOpen={onOpen} sections={form.data.form.sections} />
      )}
    </section>
  );
};
