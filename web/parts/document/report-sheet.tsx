import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { reportData } from '#shared/regulation/application/documents/report-data.ts';

/** 附件1-1: the report in the annex's own words. */
export const ReportSheet = ({ source }: { readonly source: DocumentSource }) => {
  const { fields, conditions } = reportData(source);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its tables scroll on phones and must be reachable by keyboard (WCAG 2.1.1)
    <article className="sheet" aria-label="附件1-1" tabIndex={0}>
      <p className="sheet-annex">附件1-1</p>
      {conditions.草稿 && <p className="sheet-annex">（草稿，尚未提交）</p>}
      <h1 className="sheet-title">{fields.标题}</h1>
      <p className="sheet-to">{fields.主送机关}：</p>
      <p>
        我单位申请将{fields.信息系统名称}
        {fields.部署或迁移}至市政务云。经测算，初期需{fields.资源概述}资源，约需{fields.月费用}
        元/月（按服务目录价格计算）。
      </p>
      <p>{fields.单位承诺}</p>
      <p>等级保护级别：{fields.等级保护级别}</p>
      <p>
        联系人：{fields.联系人}　　联系电话：{fields.联系电话}
      </p>
      <p>附件：{fields.方案标题}</p>
      <div className="sheet-seal">
        <p>{fields.申请单位}（单位盖章）</p>
        <p>{fields.日期}</p>
      </div>
      {conditions.已确认 && <p className="sheet-note">电子确认：{fields.电子确认}</p>}
    </article>
  );
};
