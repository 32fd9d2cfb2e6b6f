import type { FormField } from '../../form-spec.ts';
import { line, oneOf, yesNo } from '../field.ts';

const clause = 'yc-cloud-10-1';

/** Article 10: three zones, isolated from each other. */
export const zoneNames = { extranet: '政务外网区', internet: '互联网区', dedicated: '专有域' } as const;

/** How a system that lies in several zones is linked across them, and in whose dedicated domain it lies. */
export const zoneFields = (group: string): readonly FormField[] => [
  yesNo('zonesLinked', '不同部署区域之间是否互联', clause, {
    required: false,
    group,
    help: '资源分布在两个以上区域的填写；各区域之间安全隔离，互联须经安全交换。',
  }),
  {
    id: 'zoneLinks',
    label: '跨区互联和安全交换路径',
    kind: 'table',
    required: true,
    group,
    clause,
    when: [{ field: '/plan/zonesLinked', is: true }],
    minRows: 1,
    maxRows: 20,
    columns: [
      oneOf('from', '一端区域', clause, zoneNames),
      oneOf('to', '另一端区域', clause, zoneNames),
      line('purpose', '交换内容', clause, 200),
      line('path', '安全交换路径', clause, 500, {
        help: '经哪个安全隔离与信息交换设施，例如“经市级网闸单向导入”。',
      }),
    ],
  },
  {
    id: 'domain',
    label: '所在专有域的建设管理方案',
    kind: 'case',
    of: 'dedicatedDomain',
    underReview: true,
    required: false,
    group,
    clause: 'yc-cloud-11-2',
    help: '有资源部署在专有域的填写。方案审核通过并登记责任分工以后才能开通。',
  },
];
