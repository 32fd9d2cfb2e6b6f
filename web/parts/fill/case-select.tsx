import type { FormColumn } from '#shared/contracts/forms.ts';
import { itemsOf, useCases } from '../../api/reads.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { placeId } from './field-place.ts';

type CaseField = Extract<FormColumn, { readonly kind: 'case' }>;

/** One of the unit's own matters of a kind that have been approved. */
export const CaseSelect = (props: FieldInputProps<CaseField>) => {
  const cases = useCases({ kind: props.field.of, status: 'completed' });
  const passed = cases.data ? itemsOf(cases.data) : [];
  const value = typeof props.value === 'string' ? props.value : '';
  const unlisted = value !== '' && !passed.some(({ caseId }) => caseId === value);
  return (
    <select
      id={placeId(props.pointer)}
      className="fill-select"
      value={value}
      onChange={(event) => props.onChange(event.target.value)}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      aria-label={props.spoken}
    >
      <option value="">{cases.data && passed.length === 0 ? '本单位还没有已通过的办件' : '请选择'}</option>
      {unlisted && <option value={value}>{value}</option>}
      {passed.map(({ caseId, systemName, kindTitle }) => (
        <option key={caseId} value={caseId}>
          {systemName}（{kindTitle}，{caseId}）
        </option>
      ))}
    </select>
  );
};
