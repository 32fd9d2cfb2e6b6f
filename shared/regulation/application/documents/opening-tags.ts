import type { DocumentTags } from './tag-vocabulary.ts';

/** 三方确认单: the regulation asks for the word of three and prints no form (yc-cloud-17-1). */
export const confirmationTags = {
  title: '三方确认单',
  fields: {
    标题: '公文标题',
    信息系统名称: '信息系统名称',
    使用部门: '使用部门全称',
    云服务商: '云服务商全称',
    批准时间: '申请办结的时间',
    确认时间: '三方都确认的时间，未全部确认时为“未完成”',
    计费起点: '从何时起计费',
    月费用: '核定清单合计，每月费用（元）',
  },
  conditions: { 未完成: '三方没有全部确认时' },
  lists: {
    明细: {
      says: '核定清单',
      most: 300,
      fields: {
        序号: '行号',
        产品规格名称: '产品名称（规格），变更的资源另起一行写明原规格',
        数量: '核定数量和单位',
        资源池: '资源池',
        部署区域: '部署区域',
        单价: '每月单价（元）',
        用途: '用途',
      },
    },
    确认方: {
      says: '三方及其确认',
      most: 3,
      fields: {
        确认方: '哪一方',
        单位: '确认人单位',
        姓名: '确认人姓名',
        时间: '确认时间，未确认时为“未确认”',
      },
    },
  },
} as const satisfies DocumentTags;

/** 信息安全责任书 (附件1-6): its text is what the city has put in, by version. */
export const letterTags = {
  title: '信息安全责任书（附件1-6）',
  fields: {
    标题: '市级录入的责任书标题',
    责任单位: '责任单位全称',
    文本版本: '责任书文本的版本号',
    文本摘要: '责任书文本的 SHA-256',
    签订人: '签订人姓名和单位，未签订时为“未签订”',
    签订方式: '系统内签订、通过链接签订或盖章扫描件',
    日期: '签订日期，未签订时留空待填',
  },
  conditions: { 已签订: '本单位已经签订时', 未签订: '本单位还没有签订时' },
  lists: { 正文: { says: '责任书各段', most: 400, fields: { 段落: '一段文字' } } },
} as const satisfies DocumentTags;
