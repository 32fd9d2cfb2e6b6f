import { paragraph, repeated } from './word-markup.ts';

/** 附件1-1 in its own words. */
export const reportBody = (): string =>
  [
    paragraph('Flush', '附件1-1'),
    repeated('草稿', paragraph('Flush', '（草稿，尚未提交）')),
    paragraph('Title', '{标题}'),
    paragraph('Flush', '{主送机关}：'),
    paragraph(
      'Body',
      '我单位申请将{信息系统名称}{部署或迁移}至市政务云。经测算，初期需{资源概述}资源，约需{月费用}元/月（按服务目录价格计算）。',
    ),
    paragraph('Body', '{单位承诺}'),
    paragraph('Body', '等级保护级别：{等级保护级别}'),
    paragraph('Body', '联系人：{联系人}　　联系电话：{联系电话}'),
    paragraph('Body', '附件：{方案标题}'),
    paragraph('Signature', ''),
    paragraph('Signature', '{申请单位}（单位盖章）'),
    paragraph('Signature', '{日期}'),
    repeated('已确认', paragraph('Note', '电子确认：{电子确认}')),
  ].join('');
