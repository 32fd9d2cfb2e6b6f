import { useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormColumn } from '#shared/contracts/forms.ts';
import { useCommand } from '../../api/commands.ts';
import { ProblemError } from '../../api/problem-error.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { FieldFrame, problemIdOf } from '../fill/field-frame.tsx';
import { FieldInput } from '../fill/field-input.tsx';
import { SectionFacts } from '../form/section-facts.tsx';
import { formatInstant } from '../format-time.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import '../fill/fill.css';

type Act = CaseView['acts'][number];

const isColumn = (field: Act['section']['fields'][number]): field is FormColumn => field.kind !== 'table';

const ActForm = ({ view, act }: { readonly view: CaseView; readonly act: Act }) => {
  const [content, setContent] = useState<Readonly<Record<string, unknown>>>({});
  const record = useCommand('recordAct');
  const problems: readonly FieldProblem[] =
    record.error instanceof ProblemError ? record.error.problem.errors : [];
  return (
    <>
      <div className="fill-fields">
        {act.section.fields.filter(isColumn).map((field) => {
          const pointer = `/${act.section.id}/${field.id}`;
          const own = problems.filter((problem) => problem.pointer === pointer);
          return (
            <FieldFrame key={field.id} field={field} pointer={pointer} problems={own}>
              <FieldInput
                field={field}
                pointer={pointer}
                value={content[field.id]}
                invalid={own.length > 0}
                describedBy={own.length > 0 ? problemIdOf(pointer) : undefined}
                onChange={(value) => setContent((before) => ({ ...before, [field.id]: value }))}
              />
            </FieldFrame>
          );
        })}
      </div>
      {record.error && <ProblemPanel error={record.error} />}
      <Button
        type="primary"
        loading={record.isPending}
        onClick={() =>
          record.mutate({
            params: { caseId: view.caseId, act: act.id },
            version: view.version,
            body: { ...content },
          })
        }
      >
        登记{act.title}
      </Button>
    </>
  );
};

const stateOf = ({ recorded }: Act): string =>
  recorded ? `${formatInstant(recorded.at)} ${recorded.by.organisation}${recorded.by.name}登记` : '尚未登记';

/** 办后事项: what follows an approval, in order; the next one is recorded here by whoever applied. */
export const ActsPanel = ({ view }: { readonly view: CaseView }) => {
  const next = view.may.includes('recordAct') ? view.acts.find(({ recorded }) => !recorded) : undefined;
  if (view.acts.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="acts">
      <h2 id="acts">办后事项</h2>
      {view.status !== 'completed' && <p className="quiet">审核通过以后才能办理。</p>}
      {view.acts.map((act) => (
        <div key={act.id}>
          <h3>
            {act.title} <span className="quiet small">{stateOf(act)}</span>{' '}
            <ClauseChip clause={act.clause} short />
          </h3>
          {act.recorded && <SectionFacts section={act.section} content={act.recorded.content} />}
          {act === next && <ActForm view={view} act={act} />}
        </div>
      ))}
    </section>
  );
};
