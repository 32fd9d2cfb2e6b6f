import type { ReactNode } from 'react';
import type { FormColumn } from '#shared/contracts/forms.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { placeId } from './field-place.ts';

/** What is wrong at a place, each sentence with its ground. */
export const FieldMessages = ({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly FieldProblem[];
}) =>
  problems.length === 0 ? null : (
    <ul id={id} className="fill-problems">
      {problems.map(({ code, message, clause }) => (
        <li key={`${code} ${message}`}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M7 1 13.5 13H.5Z" />
          </svg>
          <span>
            {message} {clause !== undefined && <ClauseChip clause={clause} />}
          </span>
        </li>
      ))}
    </ul>
  );

export const helpIdOf = (pointer: string): string => `${placeId(pointer)}-help`;
export const problemIdOf = (pointer: string): string => `${placeId(pointer)}-problem`;

interface FieldFrameProps {
  readonly field: FormColumn;
  readonly pointer: string;
  readonly problems: readonly FieldProblem[];
  readonly children: ReactNode;
}

const grouped: ReadonlySet<FormColumn['kind']> = new Set(['choice', 'choices', 'boolean']);
const wide: ReadonlySet<FormColumn['kind']> = new Set(['longText', 'boolean', 'choices']);

const isWide = (field: FormColumn): boolean =>
  wide.has(field.kind) || (field.kind === 'text' && field.maxLength > 200);

const Label = ({ field }: { readonly field: FormColumn }) => (
  <>
    {field.label}
    {!field.required && <span className="quiet">（选填）</span>}
  </>
);

/** A field under its official label, with what to write and what is wrong. */
export const FieldFrame = ({ field, pointer, problems, children }: FieldFrameProps) => {
  const className = `fill-field${isWide(field) ? ' fill-wide' : ''}${problems.length > 0 ? ' fill-faulty' : ''}`;
  const rest = (
    <>
      {field.help !== undefined && (
        <p id={helpIdOf(pointer)} className="fill-help">
          {field.help}
        </p>
      )}
      {children}
      <FieldMessages id={problemIdOf(pointer)} problems={problems} />
    </>
  );
  return grouped.has(field.kind) ? (
    <fieldset className={className} id={`${placeId(pointer)}`}>
      <legend>
        <Label field={field} />
      </legend>
      {rest}
    </fieldset>
  ) : (
    <div className={className}>
      <label htmlFor={placeId(pointer)}>
        <Label field={field} />
      </label>
      {rest}
    </div>
  );
};
