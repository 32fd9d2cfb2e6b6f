import type { FormColumn } from '#shared/contracts/forms.ts';
import { itemsOf, useCases } from '../../api/reads.ts';
import type { FieldInputProps } from './field-input-props.ts';
import { ListedSelect } from './listed-select.tsx';

type CaseField = Extract<FormColumn, { readonly kind: 'case' }>;

const unfit: readonly string[] = ['draft', 'rejected', 'withdrawn'];

/** One of the unit's own matters of a kind that have been approved, or where that will do are under review. */
export const CaseSelect = (props: FieldInputProps<CaseField>) => {
  const { of, underReview } = props.field;
  const cases = useCases({ kind: of, ...(underReview ? {} : { status: 'completed' as const }) });
  const passed = (cases.data ? itemsOf(cases.data) : []).filter(({ status }) => !unfit.includes(status));
  return (
    <ListedSelect
      props={props}
      empty={
        cases.data && passed.length === 0
          ? underReview
            ? '本单位还没有提交过'
            : '本单位还没有已通过的办件'
          : '请选择'
      }
      options={passed.map(({ caseId, systemName, kindTitle }) => ({
        value: caseId,
        label: `${systemName}（${kindTitle}，${caseId}）`,
      }))}
    />
  );
};
