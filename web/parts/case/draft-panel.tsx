import type { CaseView } from '#shared/contracts/cases.ts';
import type { FieldProblem, ShownProblem } from '../../api/read-problem.ts';
import { useSaveSections } from '../../api/save-sections.ts';
import { formWords } from '../form/form-words.ts';
import { groupProblems } from '../form/place-of-problem.ts';
import { Notice } from '../notice.tsx';
import { FieldProblems } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { DraftFile } from './draft-file.tsx';
import './case.css';

interface DraftPanelProps {
  readonly view: CaseView;
  /** What keeps the form from being sent on, from the last 送确认. */
  readonly problems: readonly FieldProblem[];
  /** Called when a file is taken over: the earlier problems may no longer hold. */
  readonly onTake: () => void;
}

interface DraftSectionProps {
  readonly title: string;
  readonly state: string;
  readonly refused: ShownProblem | undefined;
  readonly problems: readonly FieldProblem[];
}

const DraftSection = ({ title, state, refused, problems }: DraftSectionProps) => {
  const all = [...(refused?.errors ?? []), ...problems];
  const faulty = refused !== undefined || problems.length > 0;
  return (
    <li className={faulty ? 'draft-section draft-section-faulty' : 'draft-section'}>
      <strong>{title}</strong>
      <span className="quiet">　{faulty ? `${Math.max(1, all.length)} 处需要修改` : state}</span>
      {refused && (
        <div>
          {refused.title}。{refused.detail}
        </div>
      )}
      {all.length > 0 && <FieldProblems problems={all} />}
    </li>
  );
};

/** What the one who returned it wrote: in a correction the latest decision, and what the clerk came for. */
const AskedToMend = ({ view }: { readonly view: CaseView }) => {
  const [decision] = view.tasks
    .flatMap((task) => task.decision ?? [])
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (view.status !== 'correcting') return null;
  return decision ? (
    <Notice
      type="warning"
      title={`${decision.by.organisation} ${decision.by.name} ${decision.outcomeLabel}`}
      description={decision.opinion}
    />
  ) : null;
};

/** 填写申请材料: what is filled, what must be mended, and the file in and out. */
export const DraftPanel = ({ view, problems, onTake }: DraftPanelProps) => {
  const { saving, outcome } = useSaveSections(view.caseId);
  const saved = new Map(view.sections.map(({ section, version }) => [section, version]));
  const bySection = groupProblems(problems);
  return (
    <section className="panel" aria-labelledby="draft">
      <h2 id="draft">填写申请材料</h2>
      <AskedToMend view={view} />
      <p className="quiet">
        先下载申请文件，在本机填好后导入；导入后逐部分保存，随时可以再次导入覆盖。填好后点击页面下方的“送确认”。
      </p>
      <DraftFile
        view={view}
        busy={saving.isPending}
        onTake={({ sections }) => {
          onTake();
          saving.mutate(sections.map((part) => ({ ...part, version: saved.get(part.section) ?? 0 })));
        }}
      />
      {outcome.total > 0 && (
        <p role="status">
          已保存 {outcome.saved} / {outcome.total} 个部分
          {outcome.refused.size > 0 && `，${outcome.refused.size} 个部分需要修改后重新导入`}。
        </p>
      )}
      {saving.error && <ProblemPanel error={saving.error} />}
      <ul className="draft-sections">
        {Object.entries(formWords).map(([section, { title }]) => (
          <DraftSection
            key={section}
            title={title}
            state={saved.has(section) ? '已保存' : '未填写'}
            refused={outcome.refused.get(section)}
            problems={bySection.get(section) ?? []}
          />
        ))}
        {bySection.has('') && (
          <DraftSection title="整份申请" state="" refused={undefined} problems={bySection.get('') ?? []} />
        )}
      </ul>
    </section>
  );
};
