import type { FormSection } from '#shared/contracts/forms.ts';
import { showValue } from '../form/read-words.ts';
import { formatMoney } from '../format-money.ts';
import { officialTitle, type Subject } from './official-titles.ts';

interface ReportSheetProps {
  readonly section: FormSection;
  readonly content: Readonly<Record<string, unknown>>;
  readonly subject: Subject;
  /** Whom the application goes to: the applicant's own authority. */
  readonly addressee: string;
  readonly planTitle: string;
  readonly resources: string;
  readonly costFen: number;
  /** Date of the unit's confirmation, `2026年10月16日`; blank until then. */
  readonly date: string | undefined;
}

const blankDate = '　　　　年　　月　　日';

/** 附件1-1: the report in the annex's own words. */
export const ReportSheet = (props: ReportSheetProps) => {
  const { section, content, subject, addressee, planTitle, resources, costFen, date } = props;
  const said = (id: string): string => {
    const field = section.fields.find((candidate) => candidate.id === id);
    return field && field.kind !== 'table' ? showValue(field, content[id]) : '';
  };
  const pledge = section.fields.find((field) => field.kind === 'boolean' && field.pledge !== undefined);
  return (
    <article className="sheet" aria-label={section.source}>
      <p className="sheet-annex">{section.source}</p>
      <h1 className="sheet-title">{officialTitle(section.title, subject)}</h1>
      <p className="sheet-to">{addressee}：</p>
      <p>
        我单位申请将{subject.systemName}
        {said('action') || '（部署或迁移）'}至{subject.city === '' ? '' : '市'}政务云。经测算，初期需
        {resources}
        资源，约需{formatMoney(costFen).slice(1)}元/月（按服务目录价格计算）。
      </p>
      {pledge?.kind === 'boolean' && <p>{pledge.pledge}</p>}
      <p>等级保护级别：{said('mlpsLevel')}</p>
      <p>
        联系人：{said('contactName')}　　联系电话：{said('contactPhone')}
      </p>
      <p>附件：{planTitle}</p>
      <div className="sheet-seal">
        <p>{subject.organisation}（单位盖章）</p>
        <p>{date ?? blankDate}</p>
      </div>
    </article>
  );
};
