import type { FormColumn } from '#shared/contracts/forms.ts';
import { itemsOf, useCases } from '../../api/reads.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { ListedSelect } from './listed-select.tsx';

type CaseField = Extract<FormColumn, { readonly kind: 'case' }>;

/** One of the unit's own matters of a kind that have been approved. */
export const CaseSelect = (props: FieldInputProps<CaseField>) => {
  const cases = useCases({ kind: props.field.of, status: 'completed' });
  const passed = cases.data ? itemsOf(cases.data) : [];
  return (
    <ListedSelect
      props={props}
      empty={cases.data && passed.length === 0 ? '本单位还没有已通过的办件' : '请选择'}
      options={passed.map(({ caseId, systemName, kindTitle }) => ({
        value: caseId,
        label: `${systemName}（${kindTitle}，${caseId}）`,
      }))}
    />
  );
};
