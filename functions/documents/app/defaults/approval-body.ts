import { listTable, paragraph, repeated, row, table } from './word-markup.ts';

const widths = [1500, 2922, 1500, 2922];
const whole = { span: 3 } as const;
const label = (words: string) => ({ words, look: 'CellHead' }) as const;

const facts = (): string =>
  table(
    widths,
    row(widths, [label('信息系统名称'), { words: '{信息系统名称}', ...whole }]),
    row(widths, [label('申请单位'), { words: '{申请单位}', ...whole }]),
    row(widths, [label('受理机关'), { words: '{受理机关}' }, label('办件编号'), { words: '{办件编号}' }]),
    row(widths, [label('项目类型'), { words: '{项目类型}' }, label('部署或迁移'), { words: '{部署或迁移}' }]),
    row(widths, [
      label('提交时间'),
      { words: '{提交时间}（第{轮次}轮）' },
      label('办理状态'),
      { words: '{办理状态}' },
    ]),
    row(widths, [
      label('申请费用（元/月）'),
      { words: '{申请月费用}' },
      label('评估费用（元/月）'),
      { words: '{评估月费用}' },
    ]),
  );

const lines = (): string =>
  listTable('明细', [
    ['序号', 600, '{序号}', 'CellEnd'],
    ['产品规格名称', 2394, '{产品规格名称}'],
    ['单位', 850, '{单位}'],
    ['单价（元/月）', 1300, '{单价}', 'CellEnd'],
    ['申请数量', 750, '{申请数量}', 'CellEnd'],
    ['本级评估', 750, '{本级评估数量}', 'CellEnd'],
    ['市级复核', 750, '{市级评估数量}', 'CellEnd'],
    ['评估意见', 1450, '{评估意见}'],
  ]);

const opinions = (): string =>
  listTable('意见', [
    ['轮次', 600, '{轮次}', 'CellEnd'],
    ['环节', 1000, '{环节}'],
    ['结论', 1000, '{结论}'],
    ['意见', 2194, '{意见}'],
    ['姓名', 950, '{姓名}'],
    ['单位和岗位', 1600, '{单位}（{岗位}）'],
    ['时间', 1500, '{时间}'],
  ]);

/** 审批单: the regulation prescribes no form for it. */
export const approvalBody = (): string =>
  [
    paragraph('Title', '{标题}'),
    repeated('尚未办结', paragraph('Flush', '（办理中，内容截至生成之时）')),
    facts(),
    paragraph('Note', '一、申请和评估数量（服务目录 {目录版本}）'),
    lines(),
    paragraph('Note', '二、各环节意见'),
    opinions(),
    repeated('已确认', paragraph('Note', '电子确认：{电子确认}')),
    paragraph('Note', '依据：{依据文件}。本单由系统按办理记录生成。'),
  ].join('');
