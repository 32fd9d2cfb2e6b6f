import { body, facts, type Layout, line, repeat, rows } from './layout.ts';

/** 附件1-5 in its own words, with what article 20 asks to be declared below it. */
export const shutdownFormLayout: Layout = [
  line('Flush', '附件1-5'),
  repeat('草稿', line('Flush', '（草稿，尚未提交）')),
  line('Title', '{标题}'),
  line('Flush', '{主送机关}：'),
  body('{申请单位}因{事由}，现提出终止政务云服务的申请。{单位声明}'),
  line('Signature', ''),
  line('Signature', '申请单位：{申请单位}（签章）'),
  line('Signature', '{日期}'),
  facts(
    ['首席数据官', '{首席数据官}', ['电话', '{首席数据官电话}']],
    ['联系人', '{联系人}', ['电话', '{联系电话}']],
  ),
  line('Note', '附：关停事项'),
  facts(['信息系统名称', '{信息系统名称}'], ['系统下线', '{系统下线}', ['数据备份', '{数据备份}']]),
  repeat(
    '有冷数据',
    line('Note', '移交档案机构的数据'),
    rows('冷数据', [
      ['序号', 600, '{序号}', 'CellEnd'],
      ['数据名称', 2444, '{数据名称}'],
      ['最后使用日期', 1400, '{最后使用日期}'],
      ['接收机构', 1700, '{接收机构}'],
      ['移交日期', 1300, '{移交日期}'],
      ['移交回执编号', 1400, '{回执编号}'],
    ]),
  ),
  repeat('已确认', line('Note', '电子确认：{电子确认}')),
];
