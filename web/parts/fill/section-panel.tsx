import { memo, type ReactNode } from 'react';
import type { FormField, FormSection } from '#shared/contracts/forms.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import type { SectionDraft } from './draft-store.ts';
import { FieldFrame, FieldMessages, helpIdOf, problemIdOf } from './field-frame.tsx';
import { FieldInput } from './field-input.tsx';
import { placeId } from './field-place.ts';
import { problemsAt, problemsWithin, sameProblems } from './same-problems.ts';
import { TableInput } from './table-input.tsx';

export interface SectionPanelProps {
  readonly section: FormSection;
  readonly draft: SectionDraft | undefined;
  /** Fields that the answers so far switch on. */
  readonly fields: readonly FormField[];
  readonly problems: readonly FieldProblem[];
  readonly hints: ReadonlyMap<string, FieldProblem>;
  readonly onChange: (section: string, field: string, value: unknown) => void;
  readonly onReload: (section: string) => void;
  readonly onOverwrite: (section: string) => void;
  /** What stands below a field, by its id. */
  readonly below: Readonly<Record<string, ReactNode>> | undefined;
}

const describedBy = (field: FormField, pointer: string, faulty: boolean): string | undefined => {
  const ids = [
    ...(field.help === undefined ? [] : [helpIdOf(pointer)]),
    ...(faulty ? [problemIdOf(pointer)] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
};

const Field = ({ field, props }: { readonly field: FormField; readonly props: SectionPanelProps }) => {
  const { section, draft, hints, below, onChange } = props;
  const pointer = `/${section.id}/${field.id}`;
  const value = draft?.content[field.id];
  const change = (next: unknown) => onChange(section.id, field.id, next);
  if (field.kind === 'table')
    return (
      <TableInput
        table={field}
        pointer={pointer}
        value={value}
        problems={problemsWithin(props.problems, pointer)}
        hints={hints}
        onChange={change}
        foot={below?.[field.id]}
      />
    );
  const problems = problemsAt(props.problems, pointer);
  return (
    <>
      <FieldFrame field={field} pointer={pointer} problems={problems}>
        <FieldInput
          field={field}
          pointer={pointer}
          value={value}
          invalid={problems.length > 0}
          describedBy={describedBy(field, pointer, problems.length > 0)}
          onChange={change}
        />
      </FieldFrame>
      {below?.[field.id]}
    </>
  );
};

const Moved = ({ section, onReload, onOverwrite }: SectionPanelProps) => (
  <Notice
    type="warning"
    title="这一部分刚被他人保存过，您在本页的修改还没有存上"
    description="可以载入最新内容（放弃您在本页对这一部分的修改），也可以用您的内容覆盖。"
    action={
      <span className="fill-moved">
        <Button onClick={() => onReload(section.id)}>载入最新内容</Button>
        <Button onClick={() => onOverwrite(section.id)}>用我的覆盖</Button>
      </span>
    }
  />
);

/** Problems that no field of the section shows: of the section itself, or of a field that is switched off. */
const orphansOf = ({ section, fields, problems }: SectionPanelProps): readonly FieldProblem[] =>
  problems.filter(({ pointer }) =>
    fields.every(({ id }) => {
      const own = `/${section.id}/${id}`;
      return pointer !== own && !pointer.startsWith(`${own}/`);
    }),
  );

const DrawnSection = (props: SectionPanelProps) => {
  const { section, fields, draft } = props;
  const titleId = `${placeId(`/${section.id}`)}-title`;
  const orphans = orphansOf(props);
  return (
    <section className="panel fill-section" id={placeId(`/${section.id}`)} aria-labelledby={titleId}>
      <header className="fill-section-head">
        <h2 id={titleId} tabIndex={-1}>
          {section.name}
          {section.optional && <span className="quiet small">（可选）</span>}
        </h2>
        <span className="quiet small">{section.source}</span>
      </header>
      {draft?.saving.at === 'moved' && <Moved {...props} />}
      {draft?.saving.at === 'failed' && (
        <Notice type="error" title={draft.saving.problem.title} description={draft.saving.problem.detail} />
      )}
      <FieldMessages id={problemIdOf(`/${section.id}`)} problems={orphans} />
      <div className="fill-fields">
        {fields.map((field, at) => [
          field.group !== undefined && field.group !== fields[at - 1]?.group && (
            <h3 key={`group ${field.group}`} className="fill-group">
              {field.group}
            </h3>
          ),
          <Field key={field.id} field={field} props={props} />,
        ])}
      </div>
    </section>
  );
};

const sameFields = (a: readonly FormField[], b: readonly FormField[]): boolean =>
  a.length === b.length && a.every((field, at) => field === b[at]);

/** One section of the form; drawn again only when what it shows changes, so that typing elsewhere stays quick. */
export const SectionPanel = memo(
  DrawnSection,
  (before, after) =>
    before.section === after.section &&
    before.draft === after.draft &&
    before.below === after.below &&
    before.hints === after.hints &&
    sameFields(before.fields, after.fields) &&
    sameProblems(before.problems, after.problems),
);
