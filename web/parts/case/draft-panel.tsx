import { useNavigate } from 'react-router';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormView } from '#shared/contracts/forms.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { useCatalogue, useForm } from '../../api/reads.ts';
import { Button } from '../button.tsx';
import { checkForm, isMissing } from '../fill/check-form.ts';
import { groupProblems } from '../form/place-of-problem.ts';
import { dateOf } from '../format-time.ts';
import { FieldProblems } from '../problem-list.tsx';
import { AskedToMend } from './asked-to-mend.tsx';
import './case.css';

interface DraftPanelProps {
  readonly view: CaseView;
  /** What keeps the form from being sent on, from the last 送确认. */
  readonly problems: readonly FieldProblem[];
}

interface DraftSectionProps {
  readonly title: string;
  /** What there is to do; nothing when it is filled. */
  readonly missing: number;
  readonly wrong: readonly FieldProblem[];
  readonly form: FormView;
}

const stateOf = (missing: number, wrong: number): string =>
  [wrong > 0 ? `${wrong} 处要改` : '', missing > 0 ? `还缺 ${missing} 项` : ''].filter(Boolean).join('，') ||
  '已填好';

const DraftSection = ({ title, missing, wrong, form }: DraftSectionProps) => (
  <li className={wrong.length > 0 ? 'draft-section draft-section-faulty' : 'draft-section'}>
    <strong>{title}</strong>
    <span className="quiet">　{stateOf(missing, wrong.length)}</span>
    {wrong.length > 0 && <FieldProblems problems={wrong} sections={form.form.sections} />}
  </li>
);

const useStanding = (view: CaseView, sent: readonly FieldProblem[]) => {
  const form = useForm(view.kind, view.ruleVersion);
  const catalogue = useCatalogue();
  if (!form.data || !catalogue.data) return undefined;
  const contents = Object.fromEntries(view.sections.map(({ section, content }) => [section, content]));
  const found = checkForm(form.data, catalogue.data, contents, dateOf(new Date()));
  const problems = sent.length > 0 ? sent : found;
  return { form: form.data, bySection: groupProblems(form.data.form.sections, problems) };
};

const Sections = ({ view, problems }: DraftPanelProps) => {
  const standing = useStanding(view, problems);
  if (!standing) return null;
  const { form, bySection } = standing;
  const whole = bySection.get('') ?? [];
  return (
    <ul className="draft-sections">
      {form.form.sections.map(({ id, name }) => {
        const own = bySection.get(id) ?? [];
        const wrong = own.filter((problem) => !isMissing(problem));
        return (
          <DraftSection key={id} title={name} missing={own.length - wrong.length} wrong={wrong} form={form} />
        );
      })}
      {whole.length > 0 && <DraftSection title="整份申请" missing={0} wrong={whole} form={form} />}
    </ul>
  );
};

/** 填写申请材料: how far each part has come, and the way to the form. */
export const DraftPanel = ({ view, problems }: DraftPanelProps) => {
  const navigate = useNavigate();
  return (
    <section className="panel" aria-labelledby="draft">
      <h2 id="draft">填写申请材料</h2>
      <AskedToMend view={view} />
      <Sections view={view} problems={problems} />
      <div className="draft-actions">
        <Button type="primary" onClick={() => void navigate(`/cases/${view.caseId}/form`)}>
          {view.sections.length === 0 ? '开始填写' : '继续填写'}
        </Button>
      </div>
    </section>
  );
};
