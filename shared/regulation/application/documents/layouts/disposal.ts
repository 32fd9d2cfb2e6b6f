import { body, facts, type Layout, line, repeat, rows } from './layout.ts';

/** 警告提示和整改通知 (yc-cloud-19-9): the city puts its own letter in its place. */
export const warningLayout: Layout = [
  line('Title', '{标题}'),
  line('Flush', '{使用部门}：'),
  body('你单位“{信息系统名称}”使用政务云资源存在下列情形：{情形}（依据：{情形依据}）。'),
  body('事实：{事实}'),
  body('证据：{证据}'),
  body('审核意见：{审核意见}'),
  body('现予以警告提示。请于{整改期限}前完成整改，并提交整改说明和证据（依据：{期限依据}）。'),
  body('{责任说明}'),
  line('Signature', ''),
  line('Signature', '{主管部门}'),
  line('Signature', '{日期}'),
];

/** 处置意见及决定: the operations body's opinion and the authority's word on it. */
export const disposalLayout: Layout = [
  line('Title', '{标题}'),
  repeat('未决定', line('Flush', '（尚未批准，不得执行）')),
  facts(
    ['使用部门', '{使用部门}'],
    ['信息系统名称', '{信息系统名称}'],
    ['情形', '{情形}（{情形依据}）'],
    ['事实', '{事实}'],
    ['证据', '{证据}'],
    ['整改期限', '{整改期限}'],
  ),
  line('Note', '一、整改情况'),
  repeat('无整改情况', line('Note', '（没有提交整改说明）')),
  repeat(
    '有整改情况',
    rows('整改情况', [
      ['时间', 1700, '{时间}'],
      ['事项', 1700, '{事项}'],
      ['姓名', 1200, '{姓名}'],
      ['内容', 4244, '{内容}'],
    ]),
  ),
  line('Note', '二、处置意见'),
  facts(['处置措施', '{处置措施}'], ['提出人', '{提出人}'], ['意见', '{处置意见}']),
  repeat(
    '有评审',
    line('Note', '评审意见'),
    rows('评审', [
      ['评审方', 1700, '{评审方}'],
      ['姓名', 1400, '{姓名}'],
      ['结论', 1200, '{结论}'],
      ['意见', 4544, '{意见}'],
    ]),
  ),
  line('Note', '三、主管部门决定'),
  facts(['决定', '{决定}'], ['决定人', '{决定人}'], ['意见', '{决定意见}']),
  repeat(
    '有先前处置',
    line('Note', '此前的处置'),
    rows('先前处置', [
      ['时间', 1700, '{时间}'],
      ['措施', 1700, '{措施}'],
      ['决定', 1700, '{决定}'],
      ['执行', 3744, '{执行}'],
    ]),
  ),
  line('Note', '{责任说明}'),
  line('Signature', '{主管部门}'),
  line('Signature', '{日期}'),
];

/** 资源回收决定. */
export const reclaimLayout: Layout = [
  line('Title', '{标题}'),
  line('Flush', '{使用部门}：'),
  body('因{回收原因}，决定收回你单位“{信息系统名称}”使用的下列政务云资源，由{云服务商}执行。'),
  body('理由：{决定理由}'),
  body('自{可执行日期}起可以执行回收，回收期限：{回收期限}。'),
  repeat('可恢复', body('该日期之前，经批准可以恢复使用。')),
  rows('资源', [
    ['序号', 600, '{序号}', 'CellEnd'],
    ['产品规格名称', 3344, '{产品规格名称}'],
    ['数量', 900, '{数量}', 'CellEnd'],
    ['实例编号', 2000, '{实例编号}'],
    ['地址', 2000, '{地址}'],
  ]),
  body('{责任说明}'),
  line('Signature', ''),
  line('Signature', '{决定单位}'),
  line('Signature', '{决定人}'),
  line('Signature', '{日期}'),
];
