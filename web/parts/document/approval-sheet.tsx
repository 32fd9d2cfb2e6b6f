import { approvalData } from '#shared/regulation/application/documents/approval-data.ts';
import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { SheetTable } from './sheet-table.tsx';

type Sheet = ReturnType<typeof approvalData>;

const Facts = ({ fields }: Sheet) => (
  <table className="sheet-table sheet-facts">
    <tbody>
      {(['信息系统名称', '申请单位'] as const).map((name) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td colSpan={3}>{fields[name]}</td>
        </tr>
      ))}
      {(
        [
          ['受理机关', fields.受理机关, '办件编号', fields.办件编号],
          ['项目类型', fields.项目类型, '部署或迁移', fields.部署或迁移],
          ['提交时间', `${fields.提交时间}（第${fields.轮次}轮）`, '办理状态', fields.办理状态],
          ['申请费用（元/月）', fields.申请月费用, '评估费用（元/月）', fields.评估月费用],
        ] as const
      ).map(([left, said, right, answered]) => (
        <tr key={left}>
          <th scope="row">{left}</th>
          <td>{said}</td>
          <th scope="row">{right}</th>
          <td className="sheet-id">{answered}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Lines = ({ lists }: Sheet) => (
  <SheetTable
    rows={lists.明细}
    columns={[
      ['序号', (row) => row.序号, 'number'],
      ['产品规格名称', (row) => row.产品规格名称],
      ['单位', (row) => row.单位, 'line'],
      ['单价（元/月）', (row) => row.单价, 'number'],
      ['申请数量', (row) => row.申请数量, 'number'],
      ['本级评估', (row) => row.本级评估数量, 'number'],
      ['市级复核', (row) => row.市级评估数量, 'number'],
      ['评估意见', (row) => row.评估意见],
    ]}
  />
);

const Opinions = ({ lists }: Sheet) => (
  <SheetTable
    rows={lists.意见}
    columns={[
      ['轮次', (row) => row.轮次, 'number'],
      ['环节', (row) => row.环节],
      ['结论', (row) => row.结论],
      ['意见', (row) => row.意见],
      ['姓名', (row) => row.姓名, 'line'],
      ['单位和岗位', (row) => `${row.单位}（${row.岗位}）`],
      ['时间', (row) => row.时间.replace(' ', '\n'), 'line'],
    ]}
  />
);

/** 审批单: all opinions with who, as what and when, and what was asked and held reasonable. */
export const ApprovalSheet = ({ source }: { readonly source: DocumentSource }) => {
  const sheet = approvalData(source);
  const { fields, conditions } = sheet;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its tables scroll on phones and must be reachable by keyboard (WCAG 2.1.1)
    <article className="sheet sheet-form" aria-label="审批单" tabIndex={0}>
      <h1 className="sheet-title">{fields.标题}</h1>
      {conditions.尚未办结 && <p className="sheet-note">（办理中，内容截至生成之时）</p>}
      <Facts {...sheet} />
      <p className="sheet-note">一、申请和评估数量（服务目录 {fields.目录版本}）</p>
      <Lines {...sheet} />
      <p className="sheet-note">二、各环节意见</p>
      <Opinions {...sheet} />
      {conditions.已确认 && <p className="sheet-note">电子确认：{fields.电子确认}</p>}
      <p className="sheet-note">依据：{fields.依据文件}。本单由系统按办理记录生成。</p>
    </article>
  );
};
