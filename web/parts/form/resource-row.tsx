import type { AssessedLine } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { FormSection } from '#shared/contracts/forms.ts';
import { showValue } from '#shared/regulation/application/documents/show-value.ts';
import { AssessCell } from '../case/assess-cell.tsx';
import type { Assessing } from '../case/assessment.ts';
import { formatMoney } from '../format-money.ts';
import { useNarrow } from '../use-narrow.ts';
import { ChangedFrom } from './changed-from.tsx';
import type { ResourceLine } from './resource-lines.ts';

type Product = CaseView['prices'][number];

interface Level {
  readonly step: string;
  readonly heading: string;
  readonly assessed: ReadonlyMap<number, AssessedLine>;
}

interface ResourceRowProps {
  readonly section: FormSection;
  readonly systemId: string | undefined;
  readonly line: ResourceLine;
  readonly product: Product | undefined;
  readonly levels: readonly Level[];
  readonly assessing: Assessing | undefined;
}

const shown = (section: FormSection, column: keyof ResourceLine, line: ResourceLine): string => {
  const columns = section.fields.flatMap((field) => (field.kind === 'table' ? field.columns : []));
  const field = columns.find(({ id }) => id === column);
  return field ? showValue(field, line[column]) : '';
};

const ProductName = ({
  product,
  missing,
}: {
  readonly product: Product | undefined;
  readonly missing: string;
}) =>
  product ? (
    <span>
      {product.name}
      <br />
      <span className="quiet small">{product.specification}</span>
    </span>
  ) : (
    <span className="quiet">{missing}</span>
  );

const Assessed = ({
  asked,
  was,
}: {
  readonly asked: number | undefined;
  readonly was: AssessedLine | undefined;
}) =>
  was && (
    <span className={was.quantity === asked ? undefined : 'changed'}>
      {was.quantity}
      {was.opinion !== undefined && <span className="quiet small line-opinion">{was.opinion}</span>}
    </span>
  );

/** What a quantity costs a month. */
const Cost = ({
  unitPriceFen,
  quantity,
}: {
  readonly unitPriceFen: number | undefined;
  readonly quantity: number | null | undefined;
}) =>
  unitPriceFen !== undefined && typeof quantity === 'number' ? (
    <span className="quiet small line-cost">{formatMoney(unitPriceFen * quantity)}</span>
  ) : null;

const groundWords = {
  utilisation: '使用率：',
  purpose: '用途：',
  basis: '依据：',
  reason: '理由：',
  remark: '备注：',
} as const;
const groundColumns = ['utilisation', 'purpose', 'basis', 'reason', 'remark'] as const;

/** What the line is for and how it was reckoned; folded on a phone. */
const Ground = ({ section, line }: Pick<ResourceRowProps, 'section' | 'line'>) => {
  const narrow = useNarrow();
  const parts = groundColumns.flatMap((column) => {
    const text = shown(section, column, line);
    return text === '' ? [] : [{ column, text }];
  });
  if (parts.length === 0) return null;
  const list = (
    <span className="ground">
      {parts.map(({ column, text }) => (
        <span key={column}>
          <span className="quiet">{groundWords[column]}</span>
          {text}
        </span>
      ))}
    </span>
  );
  return narrow ? (
    <details>
      <summary>查看</summary>
      {list}
    </details>
  ) : (
    list
  );
};

/** One line of 云资源明细表; on a phone one card. */
export const ResourceRow = (props: ResourceRowProps) => {
  const { section, systemId, line, product, levels, assessing } = props;
  const unitPriceFen = product?.unitPriceFen;
  const draft = assessing?.drafts[line.lineNo];
  return (
    <tr>
      <td className="number" data-label="序号">
        {line.lineNo}
      </td>
      <td data-label="产品规格">
        <ProductName
          product={product}
          missing={line.productId === undefined ? '未选择产品' : '目录中没有这个产品'}
        />
        {line.resourceId !== undefined && systemId !== undefined && (
          <ChangedFrom systemId={systemId} resourceId={line.resourceId} />
        )}
      </td>
      <td className="number" data-label="单价（元/月）">
        {unitPriceFen === undefined ? '' : formatMoney(unitPriceFen)}
      </td>
      <td className="number" data-label="申请数量">
        <span>
          {line.quantity ?? '未填'}
          {product ? ` ${product.unit}` : ''}
          <Cost unitPriceFen={unitPriceFen} quantity={line.quantity} />
        </span>
      </td>
      {levels.map(({ step, heading, assessed }) => (
        <td key={step} className="number" data-label={heading}>
          {assessing && draft && step === assessing.step ? (
            <span>
              <AssessCell line={line} draft={draft} onChange={assessing.onChange} />
              <Cost unitPriceFen={unitPriceFen} quantity={draft.quantity} />
            </span>
          ) : (
            <span>
              <Assessed asked={line.quantity} was={assessed.get(line.lineNo)} />
              <Cost unitPriceFen={unitPriceFen} quantity={assessed.get(line.lineNo)?.quantity} />
            </span>
          )}
        </td>
      ))}
      <td data-label="部署位置">
        {(['pool', 'zone'] as const)
          .map((column) => shown(section, column, line))
          .filter(Boolean)
          .join(' · ')}
      </td>
      <td data-label="用途与依据">
        <Ground section={section} line={line} />
      </td>
    </tr>
  );
};
