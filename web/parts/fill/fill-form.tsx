import { useCallback, useMemo, useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type { FormView } from '#shared/contracts/forms.ts';
import { holds } from '#shared/regulation/application/application-form.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { AskedToMend } from '../case/asked-to-mend.tsx';
import { AttachmentsPanel } from '../case/attachments-panel.tsx';
import { confirmerOf } from '../case/send-dialog.tsx';
import { Notice } from '../notice.tsx';
import { inOrder } from './check-form.ts';
import { FieldMessages } from './field-frame.tsx';
import { focusField, placeId } from './field-place.ts';
import { FillBar } from './fill-bar.tsx';
import { FillHead } from './fill-head.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { MaterialList } from './material-list.tsx';
import { ProductChoiceContext, productChoice } from './product-choice.ts';
import { ProgressRail } from './progress-rail.tsx';
import { SystemContext } from './resource-select.tsx';
import { problemsWithin } from './same-problems.ts';
import { SectionPanel } from './section-panel.tsx';
import { useBelow } from './use-below.tsx';
import { useChecked } from './use-checked.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useMissingFiles } from './use-missing-files.ts';
import '../form/form.css';
import './fill.css';

interface FillFormProps {
  readonly view: CaseView;
  readonly form: FormView;
  readonly catalogue: CatalogueView;
}

const ConfirmationVoid = ({ view }: { readonly view: CaseView }) => (
  <Notice
    type="info"
    title={`申请已送${confirmerOf(view)}确认，现在仍可修改`}
    description={`修改保存后，${confirmerOf(view)}须按新的内容重新查看才能确认。`}
  />
);

const noHints: ReadonlyMap<string, FieldProblem> = new Map();
const hintsIn = (hints: ReadonlyMap<string, FieldProblem>, section: string) =>
  [...hints.keys()].some((pointer) => pointer.startsWith(`/${section}/`)) ? hints : noHints;

const firstIn = (problems: readonly FieldProblem[], section: string): string =>
  problemsWithin(problems, `/${section}`)[0]?.pointer ?? `/${section}`;

/** 填写申请: one page with all sections, saved as one types. */
export const FillForm = ({ view, form, catalogue }: FillFormProps) => {
  const draft = useDraft(view, form);
  const { contents, drafts, store, setField } = draft;
  const files = useMissingFiles(view.caseId);
  const { problems, shown, standings, hints, costFen, today, strict, showMissing } = useChecked(
    form,
    catalogue,
    contents,
  );
  const below = useBelow(draft, costFen);
  const [sent, setSent] = useState<readonly FieldProblem[]>([]);
  // A section of which the answers so far switch on nothing is not there.
  const sections = form.form.sections.filter(({ fields }) =>
    fields.some(({ when }) => holds(contents, when)),
  );
  const products = useMemo(() => productChoice(form, catalogue, today), [form, catalogue, today]);

  const told = [...shown, ...sent];

  const reload = async (section: string) => {
    const latest = await draft.readAgain(section);
    store.take(section, latest.content, latest.version);
  };
  const overwrite = async (section: string) => {
    const { version } = await draft.readAgain(section);
    await store.overwrite(section, version);
  };
  const change = useCallback(
    (...changed: Parameters<Draft['setField']>) => {
      setSent((before) => (before.length > 0 ? [] : before));
      setField(...changed);
    },
    [setField],
  );
  const showProblems = (found: readonly FieldProblem[]) => {
    showMissing();
    // Drawn first, so that the place of a problem exists when the focus goes there.
    requestAnimationFrame(() => focusField(found[0]?.pointer ?? ''));
  };

  return (
    <SystemContext value={view.systemId ?? ''}>
      <ProductChoiceContext value={products}>
        <LeaveGuard store={store} />
        <FillHead view={view} form={form} draft={draft} />
        <AskedToMend view={view} />
        {view.status === 'confirming' && <ConfirmationVoid view={view} />}
        <div className="fill-page">
          <ProgressRail
            sections={form.form.sections}
            standings={standings}
            onGo={(section) => focusField(firstIn(problems, section))}
          />
          <div className="fill-sections">
            <FieldMessages id="whole-form" problems={told.filter(({ pointer }) => pointer === '')} />
            {sections.map((section) => (
              <SectionPanel
                key={section.id}
                section={section}
                draft={drafts[section.id]}
                fields={section.fields.filter(({ when }) => holds(contents, when))}
                problems={problemsWithin(told, `/${section.id}`)}
                hints={hintsIn(hints, section.id)}
                onChange={change}
                onReload={(id) => void reload(id)}
                onOverwrite={(id) => void overwrite(id)}
                below={below[section.id]}
              />
            ))}
            <MaterialList materials={form.materials} contents={contents} />
            <div id={placeId('/attachments')}>
              <FieldMessages
                id="missing-files"
                problems={problemsWithin(strict ? [...files.missing, ...sent] : sent, '/attachments')}
              />
              <AttachmentsPanel caseId={view.caseId} />
            </div>
          </div>
        </div>
        <FillBar
          view={view}
          draft={draft}
          costFen={costFen}
          problems={problems}
          missingFiles={files.readAgain}
          onProblems={showProblems}
          onRefused={(refused) => {
            const known = new Set(problems.map(({ pointer, code }) => `${pointer} ${code}`));
            setSent(refused.filter(({ pointer, code }) => !known.has(`${pointer} ${code}`)));
            showProblems(inOrder(form.form.sections, refused));
          }}
        />
      </ProductChoiceContext>
    </SystemContext>
  );
};
