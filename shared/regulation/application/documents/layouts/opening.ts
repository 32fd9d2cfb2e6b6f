import { body, facts, type Layout, line, repeat, rows } from './layout.ts';

/** 三方确认单: the assessed list, and the word of the three. */
export const confirmationLayout: Layout = [
  line('Title', '{标题}'),
  repeat('未完成', line('Flush', '（尚未全部确认，内容截至生成之时）')),
  facts(
    ['信息系统名称', '{信息系统名称}'],
    ['使用部门', '{使用部门}', ['云服务商', '{云服务商}']],
    ['批准时间', '{批准时间}', ['确认时间', '{确认时间}']],
    ['每月费用（元）', '{月费用}', ['计费起点', '{计费起点}']],
  ),
  line('Note', '一、核定清单'),
  rows('明细', [
    ['序号', 600, '{序号}', 'CellEnd'],
    ['产品规格名称', 2500, '{产品规格名称}'],
    ['数量', 900, '{数量}', 'CellEnd'],
    ['资源池', 1000, '{资源池}'],
    ['部署区域', 1000, '{部署区域}'],
    ['单价（元/月）', 1100, '{单价}', 'CellEnd'],
    ['用途', 1744, '{用途}'],
  ]),
  line('Note', '二、三方确认'),
  rows('确认方', [
    ['确认方', 1900, '{确认方}'],
    ['单位', 3144, '{单位}'],
    ['确认人', 1600, '{姓名}'],
    ['确认时间', 2200, '{时间}'],
  ]),
  line('Note', '三方确认核定清单后，由云服务商开通并开始计费。本单由系统按确认记录生成。'),
];

/** 附件1-6: the city's own text, and who has signed it. */
export const letterLayout: Layout = [
  line('Title', '{标题}'),
  repeat('正文', body('{段落}')),
  line('Signature', ''),
  line('Signature', '责任单位：{责任单位}（盖章）'),
  line('Signature', '{日期}'),
  repeat('已签订', line('Note', '签订：{签订人}，{签订方式}。')),
  repeat('未签订', line('Note', '本单位尚未签订。')),
  line('Note', '责任书文本第 {文本版本} 版，SHA-256：{文本摘要}'),
];
