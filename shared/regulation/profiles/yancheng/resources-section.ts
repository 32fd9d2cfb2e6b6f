import type { FormSection } from '../../form-spec.ts';
import { count, line, oneOf } from '../field.ts';
import { zoneNames } from './zone-fields.ts';

/** 附件1-2 second part: the resource table. Unit price and cost come from the catalogue and can't be typed. */
export const resourcesSection: FormSection = {
  id: 'resources',
  title: '云资源明细及申请依据',
  name: '云资源明细',
  source: '附件1-2 二、云资源明细及申请依据',
  optional: false,
  fields: [
    {
      id: 'lines',
      label: '云资源明细表',
      kind: 'table',
      required: true,
      clause: 'yc-cloud-annex2-3',
      minRows: 1,
      maxRows: 300,
      uniqueColumn: 'lineNo',
      columns: [
        count('lineNo', '序号', 'yc-cloud-annex2-3', { max: 1000 }),
        {
          id: 'productId',
          label: '产品规格名称',
          kind: 'product',
          required: true,
          clause: 'yc-cloud-14-2',
          help: '从政务云服务目录选择，单价和费用自动算出。',
        },
        count('quantity', '数量', 'yc-cloud-annex2-3', { max: 100_000 }),
        oneOf('pool', '资源池', 'yc-cloud-2-1', {
          cityPool: '市级资源池',
          countyPool: '县级资源池',
          dedicatedDomain: '专有域',
        }),
        oneOf('zone', '部署区域', 'yc-cloud-10-1', zoneNames, {
          help: '一行资源只在一个区域；资源池选“专有域”的，区域也选“专有域”。',
        }),
        line('purpose', '规格需求和用途', 'yc-cloud-annex2-4', 500, {
          required: false,
          help: '每台云主机都要说明规格需求和用途。',
        }),
        line('basis', '测算依据', 'yc-cloud-annex2-4', 1000, {
          required: false,
          help: '存储、网络资源须列出怎么算出来的。',
        }),
        line('remark', '备注', 'yc-cloud-annex2-3', 200, { required: false }),
      ],
    },
  ],
};
