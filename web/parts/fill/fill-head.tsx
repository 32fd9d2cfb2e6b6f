import { Link } from 'react-router';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormView } from '#shared/contracts/forms.ts';
import { DraftFile } from '../case/draft-file.tsx';
import type { Draft } from './use-draft.ts';

interface FillHeadProps {
  readonly view: CaseView;
  readonly form: FormView;
  readonly draft: Draft;
}

/** Which application is being filled, and the whole of it as a file in and out. */
export const FillHead = ({ view, form, draft }: FillHeadProps) => (
  <header className="fill-head">
    <div>
      <p className="quiet">
        <Link to={`/cases/${view.caseId}`}>‹ 返回办件</Link>　{form.ruleTitle}
      </p>
      <h1>填写{form.form.title}</h1>
      <p className="quiet">
        {view.organisation.name} · {view.systemName}
      </p>
    </div>
    <DraftFile
      systemName={view.systemName}
      sections={form.form.sections}
      contents={draft.contents}
      onTake={draft.replace}
    />
  </header>
);
