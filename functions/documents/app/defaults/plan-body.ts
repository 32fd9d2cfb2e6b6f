import { listTable, paragraph, repeated, row } from './word-markup.ts';

const widths = [700, 3400, 1100, 1300, 1400, 944];

const resources = (): string =>
  listTable(
    '明细',
    [
      ['序号', 700, '{序号}', 'CellEnd'],
      ['产品规格名称', 3400, '{产品规格名称}'],
      ['数量', 1100, '{数量}', 'CellEnd'],
      ['单价', 1300, '{单价}', 'CellEnd'],
      ['费用', 1400, '{费用}', 'CellEnd'],
      ['备注', 944, '{备注}'],
    ],
    row(widths, [
      { words: '合计（元/月）', look: 'CellHead', span: 4 },
      { words: '{月费用}', look: 'CellEnd' },
      { words: '' },
    ]),
  );

const answers = (list: string): string =>
  listTable(list, [
    ['', 2000, '{分组}'],
    ['需求项', 2844, '{项目}'],
    ['填写内容', 4000, '{内容}'],
  ]);

const people = (): string =>
  listTable('联系人', [
    ['序号', 700, '{序号}', 'CellEnd'],
    ['姓名', 1100, '{姓名}'],
    ['角色', 1500, '{角色}'],
    ['部门或厂家', 2344, '{部门或厂家}'],
    ['电话', 1500, '{电话}'],
    ['邮箱', 1700, '{邮箱}'],
  ]);

const purchases = (): string =>
  listTable('采购', [
    ['序号', 700, '{序号}', 'CellEnd'],
    ['另行采购内容', 3400, '{采购内容}'],
    ['类别', 1500, '{类别}'],
    ['理由', 3244, '{理由}'],
  ]);

const background = (): readonly string[] => [
  paragraph('Part', '一、项目背景'),
  paragraph('Item', '1.业务系统建设背景'),
  paragraph('Body', '建设背景：{建设背景}'),
  paragraph('Body', '建设目的：{建设目的}'),
  paragraph('Body', '主要功能：{主要功能}'),
  paragraph('Body', '用户群体：{用户群体}'),
  paragraph('Item', '2.业务系统架构简介'),
  paragraph('Body', '{架构简介}'),
  paragraph('Body', '架构图：见附件“{架构图}”。'),
  paragraph('Item', '3.资源需求评估与弹性伸缩'),
  paragraph('Body', '{资源需求评估}'),
  paragraph(
    'Body',
    '大型综合性系统或有明显业务波峰波谷：{大型或有波峰波谷}。依托弹性资源池部署：{依托弹性资源池}。',
  ),
  repeated('说明不用弹性的理由', paragraph('Body', '不使用弹性资源池的理由：{不用弹性资源池的理由}')),
];

const compute = (): readonly string[] => [
  paragraph('Part', '三、算力池及知识库接入及申请依据（可选）'),
  repeated('不申请算力', paragraph('Body', '本系统不申请接入算力池。')),
  repeated(
    '申请算力',
    paragraph('Note', '表1.算力池及知识库接入申请表'),
    paragraph('Note', '{算力需求标题}'),
    answers('算力需求'),
    paragraph('Body', '申请依据：{算力依据}'),
  ),
  repeated('申请大模型应用', paragraph('Note', '{应用需求标题}'), answers('应用需求')),
];

/** 附件1-2 in its own headings and tables, with the declarations that the articles ask for at the end. */
export const planBody = (): string =>
  [
    paragraph('Flush', '附件1-2'),
    repeated('草稿', paragraph('Flush', '（草稿，尚未提交）')),
    paragraph('Title', '{标题}'),
    ...background(),
    paragraph('Part', '二、云资源明细及申请依据'),
    paragraph('Item', '1.云资源明细表'),
    resources(),
    paragraph('Note', '注：单价、费用为每月金额（元），按服务目录（{目录版本}）计算。'),
    paragraph('Item', '2.云资源申请依据'),
    repeated('申请依据', paragraph('Body', '（{序号}）{产品规格名称}，{数量}：{依据}。')),
    ...compute(),
    paragraph('Part', '四、系统联系人'),
    people(),
    paragraph('Part', '申请事项声明'),
    answers('申请事项声明'),
    repeated('另行采购', paragraph('Note', '另行采购内容'), purchases()),
    repeated('已确认', paragraph('Note', '电子确认：{电子确认}')),
  ].join('');
