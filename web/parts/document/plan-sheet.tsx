import type { DocumentSource } from '#shared/regulation/application/documents/document-source.ts';
import { planData } from '#shared/regulation/application/documents/plan-data.ts';
import { Paragraphs, SheetTable } from './sheet-table.tsx';

type Plan = ReturnType<typeof planData>;
type Answers = Plan['lists']['算力需求'];

const AnswerTable = ({ rows }: { readonly rows: Answers }) => (
  <SheetTable
    rows={rows}
    columns={[
      ['大项', (row) => row.分组],
      ['需求项', (row) => row.项目],
      ['填写内容', (row) => row.内容],
    ]}
  />
);

const Background = ({ fields, conditions }: Plan) => (
  <>
    <h2>一、项目背景</h2>
    <h3>1.业务系统建设背景</h3>
    {(['建设背景', '建设目的', '主要功能', '用户群体'] as const).map((name) => (
      <Paragraphs key={name} label={name} words={fields[name]} />
    ))}
    <h3>2.业务系统架构简介</h3>
    <Paragraphs words={fields.架构简介} />
    <p>架构图：见附件“{fields.架构图}”。</p>
    <h3>3.资源需求评估与弹性伸缩</h3>
    <Paragraphs words={fields.资源需求评估} />
    <p>
      大型综合性系统或有明显业务波峰波谷：{fields.大型或有波峰波谷}。依托弹性资源池部署：
      {fields.依托弹性资源池}。
    </p>
    {conditions.说明不用弹性的理由 && (
      <Paragraphs label="不使用弹性资源池的理由" words={fields.不用弹性资源池的理由} />
    )}
  </>
);

const Resources = ({ fields, lists }: Plan) => (
  <>
    <h2>二、云资源明细及申请依据</h2>
    <h3>1.云资源明细表</h3>
    <SheetTable
      rows={lists.明细}
      columns={[
        ['序号', (row) => row.序号, 'number'],
        ['产品规格名称', (row) => row.产品规格名称],
        ['数量', (row) => row.数量, 'number'],
        ['单价', (row) => row.单价, 'number'],
        ['费用', (row) => row.费用, 'number'],
        ['备注', (row) => row.备注],
      ]}
    >
      <tr>
        <th colSpan={4} scope="row">
          合计（元/月）
        </th>
        <td className="sheet-number">{fields.月费用}</td>
        <td />
      </tr>
    </SheetTable>
    <p className="sheet-note">注：单价、费用为每月金额（元），按服务目录（{fields.目录版本}）计算。</p>
    <h3>2.云资源申请依据</h3>
    {lists.申请依据.map((row) => (
      <p key={`${row.序号} ${row.依据}`}>
        （{row.序号}）{row.产品规格名称}，{row.数量}：{row.依据}。
      </p>
    ))}
  </>
);

const Compute = ({ fields, conditions, lists }: Plan) => (
  <>
    <h2>三、算力池及知识库接入及申请依据（可选）</h2>
    {conditions.不申请算力 && <p>本系统不申请接入算力池。</p>}
    {conditions.申请算力 && (
      <>
        <p className="sheet-note">表1.算力池及知识库接入申请表</p>
        <p className="sheet-note">{fields.算力需求标题}</p>
        <AnswerTable rows={lists.算力需求} />
        <Paragraphs label="申请依据" words={fields.算力依据} />
      </>
    )}
    {conditions.申请大模型应用 && (
      <>
        <p className="sheet-note">{fields.应用需求标题}</p>
        <AnswerTable rows={lists.应用需求} />
      </>
    )}
  </>
);

const People = ({ lists }: Plan) => (
  <>
    <h2>四、系统联系人</h2>
    <SheetTable
      rows={lists.联系人}
      columns={[
        ['序号', (row) => row.序号, 'number'],
        ['姓名', (row) => row.姓名, 'line'],
        ['角色', (row) => row.角色],
        ['部门或厂家', (row) => row.部门或厂家],
        ['电话', (row) => row.电话],
        ['邮箱', (row) => row.邮箱],
      ]}
    />
  </>
);

const Declarations = ({ conditions, lists }: Plan) => (
  <>
    <h2>申请事项声明</h2>
    <AnswerTable rows={lists.申请事项声明} />
    {conditions.另行采购 && (
      <SheetTable
        rows={lists.采购}
        columns={[
          ['序号', (row) => row.序号, 'number'],
          ['另行采购内容', (row) => row.采购内容],
          ['类别', (row) => row.类别],
          ['理由', (row) => row.理由],
        ]}
      />
    )}
  </>
);

/** 附件1-2: the plan under the annex's own headings. */
export const PlanSheet = ({ source }: { readonly source: DocumentSource }) => {
  const plan = planData(source);
  const { fields, conditions } = plan;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its tables scroll on phones and must be reachable by keyboard (WCAG 2.1.1)
    <article className="sheet" aria-label="附件1-2" tabIndex={0}>
      <p className="sheet-annex">附件1-2</p>
      {conditions.草稿 && <p className="sheet-annex">（草稿，尚未提交）</p>}
      <h1 className="sheet-title">{fields.标题}</h1>
      <Background {...plan} />
      <Resources {...plan} />
      <Compute {...plan} />
      <People {...plan} />
      <Declarations {...plan} />
      {conditions.已确认 && <p className="sheet-note">电子确认：{fields.电子确认}</p>}
    </article>
  );
};
