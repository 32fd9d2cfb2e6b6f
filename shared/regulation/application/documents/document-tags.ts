import { changePlanTags, shutdownFormTags } from './case-form-tags.ts';
import { disposalTags, reclaimTags, warningTags } from './disposal-tags.ts';
import { confirmationTags, letterTags } from './opening-tags.ts';
import { answers, common, confirmed, type DocumentTags, draft, grounds, people } from './tag-vocabulary.ts';

export type { DataFor, DocumentData, DocumentTags } from './tag-vocabulary.ts';

/** 附件1-1 申请报告. */
export const reportTags = {
  title: '申请报告（附件1-1）',
  fields: {
    ...common,
    主送机关: '受理申请的主管部门',
    部署或迁移: '“部署”或“迁移”',
    资源概述: '所申请资源的一句话概述',
    月费用: '每月费用合计（元），与申请方案明细表合计相同',
    单位承诺: '附件1-1 承诺原文',
    等级保护级别: '“二级”或“三级”',
    联系人: '联系人姓名',
    联系电话: '联系电话',
    方案标题: '所附申请方案的标题',
    日期: '首席数据官确认之日，未确认时留空待填',
  },
  conditions: { ...draft, ...confirmed },
  lists: {},
} as const satisfies DocumentTags;

/** 附件1-2 申请方案. */
export const planTags = {
  title: '申请方案（附件1-2）',
  fields: {
    ...common,
    建设背景: '建设背景',
    建设目的: '建设目的',
    主要功能: '主要功能',
    用户群体: '用户群体',
    架构简介: '业务系统架构简介（文字）',
    架构图: '所附架构图的文件名',
    资源需求评估: '资源需求评估',
    大型或有波峰波谷: '“是”或“否”',
    依托弹性资源池: '“是”或“否”',
    不用弹性资源池的理由: '不使用弹性资源池的理由',
    月费用: '明细表合计，每月费用（元）',
    目录版本: '所依据的服务目录版本',
    算力需求标题: '表1 上半部分标题',
    应用需求标题: '表1 下半部分标题',
    算力依据: '系统确需使用算力池的依据',
  },
  conditions: {
    ...draft,
    ...confirmed,
    申请算力: '申请接入算力池时',
    不申请算力: '不申请接入算力池时',
    申请大模型应用: '有大模型应用开发需求时',
    说明不用弹性的理由: '填写了不使用弹性资源池的理由时',
    另行采购: '另行采购软硬件产品或服务时',
  },
  lists: {
    明细: {
      says: '云资源明细表',
      most: 300,
      fields: { ...grounds, 单价: '每月单价（元）', 费用: '每月费用（元）', 备注: '备注' },
    },
    申请依据: {
      says: '逐行申请依据',
      most: 300,
      fields: { ...grounds, 依据: '部署位置、规格需求和用途、测算依据' },
    },
    算力需求: { says: '表1 上半部分', most: 40, fields: answers },
    应用需求: { says: '表1 下半部分', most: 40, fields: answers },
    联系人: people,
    申请事项声明: { says: '申请事项声明', most: 40, fields: answers },
    采购: {
      says: '另行采购内容',
      most: 50,
      fields: { 序号: '序号', 采购内容: '采购内容', 类别: '类别', 理由: '另行采购的理由' },
    },
  },
} as const satisfies DocumentTags;

/** 审批单: all opinions with who, as what and when, and the quantities asked and assessed. */
export const approvalTags = {
  title: '审批单',
  fields: {
    ...common,
    受理机关: '本级主管部门',
    项目类型: '新建、迁移或扩建',
    部署或迁移: '“部署”或“迁移”',
    办理状态: '本件现在的状态',
    提交时间: '本轮提交时间',
    申请月费用: '按申请数量，每月费用（元）',
    评估月费用: '按最后评估数量，每月费用（元），未评估时为“—”',
    目录版本: '所依据的服务目录版本',
    依据文件: '所适用的管理规定',
  },
  conditions: { ...confirmed, 尚未办结: '办理还没有结束时' },
  lists: {
    明细: {
      says: '申请和评估数量',
      most: 300,
      fields: {
        序号: '行号',
        产品规格名称: '产品名称（规格）',
        单位: '计量单位',
        单价: '每月单价（元）',
        申请数量: '申请数量',
        本级评估数量: '本级审核评估数量',
        市级评估数量: '市级复核评估数量',
        评估意见: '各级对这一行的意见',
      },
    },
    意见: {
      says: '各环节意见，按时间先后，含退回补正前的各轮',
      most: 400,
      fields: {
        轮次: '第几轮',
        环节: '环节名称',
        结论: '办理结论',
        意见: '意见原文',
        姓名: '办理人姓名',
        单位: '办理人单位',
        岗位: '办理人岗位',
        时间: '办理时间',
      },
    },
  },
} as const satisfies DocumentTags;

export const documentTags = {
  report: reportTags,
  plan: planTags,
  approval: approvalTags,
  changePlan: changePlanTags,
  shutdownForm: shutdownFormTags,
  confirmation: confirmationTags,
  letter: letterTags,
  warning: warningTags,
  disposal: disposalTags,
  reclaim: reclaimTags,
} as const satisfies Record<string, DocumentTags>;
