import type { CloudApplicationRules } from '../../profile.ts';
import { paragraphs, registeredSystem, yesNo } from '../field.ts';
import { kaifengCommon } from './other-kinds.ts';
import { kaifengContacts } from './sections.ts';

const clause = 'kf-cloud-19-1';

/** 服务退出: article 19, to the authority; no form and no limit in the text. */
export const kaifengExit: CloudApplicationRules = {
  ...kaifengCommon,
  title: '政务云服务退出申请',
  wish: '停用和退还资源',
  words: '不再使用政务云服务时，完成系统下线和数据迁移备份，正式申请退出。',
  matter: '政务云服务退出',
  clause,
  subject: registeredSystem,
  materials: { value: [], clause, source: 'regulation', tighten: 'superset' },
  form: {
    id: 'kaifeng-exit',
    title: '政务云服务退出申请',
    sections: [
      {
        id: 'exit',
        title: '服务退出',
        name: '服务退出',
        source: '第十九条',
        optional: false,
        fields: [
          paragraphs('reason', '退出原因', clause),
          paragraphs('earlyReason', '新资源上线前先行退出的理由', 'kf-cloud-18-3', {
            required: false,
            help: '重大变更中旧资源退出的填写：新资源还没有全部上线就要退出的，写明理由。',
          }),
          {
            ...yesNo('offline', '信息系统是否已经下线', clause),
            mustBe: { value: true, otherwise: '申请退出须同时完成系统下线，请完成后再提交。' },
          },
          {
            ...yesNo('backedUp', '数据迁移备份是否已经完成', clause),
            mustBe: {
              value: true,
              otherwise: '申请退出须同时完成数据迁移备份，清除后不能恢复。请完成后再提交。',
            },
          },
        ],
      },
      kaifengContacts,
    ],
  },
  systemNames: { clause, places: [] },
  resourceKinds: { clause: 'kf-cloud-14-2', kinds: [] },
};
