import type { FormSection } from '../form-spec.ts';
import { productKinds } from '../product-kinds.ts';
import { line, oneOf, yesNo } from './field.ts';

/** 另行采购: what a unit buys beside the cloud, to be held against the catalogue. */
export const purchaseFields = (clause: string, help: string): FormSection['fields'] => [
  yesNo('separatePurchase', '是否另行采购软硬件产品或网络、安全服务', clause, { help }),
  {
    id: 'purchases',
    label: '另行采购内容',
    kind: 'table',
    required: true,
    when: [{ field: '/declarations/separatePurchase', is: true }],
    clause,
    minRows: 1,
    maxRows: 50,
    columns: [
      line('item', '采购内容', clause, 200),
      oneOf('kind', '类别', clause, { ...productKinds, other: '其他' }),
      line('reason', '另行采购的理由', clause, 500, { required: false }),
    ],
  },
];
