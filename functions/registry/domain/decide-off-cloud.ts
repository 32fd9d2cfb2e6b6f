import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { OffCloudRules } from '#shared/regulation/off-cloud-spec.ts';
import {
  type Basis,
  type Doer,
  needsBasis,
  type OffCloudEntry,
  type OffCloudSystem,
  type OwnCloud,
} from './off-cloud-entry.ts';
import type { OffCloudEvent } from './off-cloud-events.ts';

type Decided = Result<readonly OffCloudEvent[], Refusal>;

/** What is asked of an entry. */
export type OffCloudAct =
  | { readonly kind: 'plan'; readonly plannedOn: string }
  | { readonly kind: 'start' | 'finish' | 'retire' }
  | { readonly kind: 'exempt'; readonly basis: Basis }
  | { readonly kind: 'expand'; readonly text: string }
  | { readonly kind: 'renew'; readonly endsOn: string; readonly basis?: Basis | undefined };

export interface Circumstances {
  readonly rules: OffCloudRules;
  readonly today: string;
  readonly by: Doer;
  /** Whether exceptions are the actor's to approve. */
  readonly approves: boolean;
}

const notNow = (detail: string) => refuse<Refusal>({ code: 'off-cloud-not-now', detail });
const invalid = (pointer: string, code: string, message: string, clause?: string) =>
  refuse<Refusal>({
    code: 'off-cloud-invalid',
    detail: '填写的内容需要修改，请按提示处理。',
    errors: [{ pointer, code, message, ...(clause === undefined ? {} : { clause }) }],
  });
const refusedBy = (clause: string, code: string, detail: string) =>
  refuse<Refusal>({
    code: 'off-cloud-refused',
    detail,
    errors: [{ pointer: '/kind', code, message: detail, clause }],
  });

const pastPlan = (plannedOn: string | undefined, today: string) =>
  plannedOn !== undefined && plannedOn < today
    ? invalid('/plannedOn', 'past', '计划迁移日期不能早于今天，请改正。')
    : undefined;

/** 登记: what must be on the cloud is taken only with its ground (yc-cloud-5-1, kf-cloud-2-1). */
export const register = (
  entry: OffCloudEntry,
  { rules, today }: Pick<Circumstances, 'rules' | 'today'>,
): Decided => {
  if (entry.kind === 'system') {
    if (needsBasis(entry, rules) && !entry.basis)
      return invalid(
        '/basis',
        'basis-missing',
        '这类系统必须上云。确实不能上云的，请填写法规政策依据的文件名称和文号。',
        rules.mustUseCloud.clause,
      );
    const past = pastPlan(entry.plannedOn, today);
    if (past) return past;
  }
  return accept([{ type: 'OffCloudRegistered', entry }]);
};

const ofSystem = (system: OffCloudSystem, act: OffCloudAct, today: string): Decided => {
  if (system.progress === 'migrated') return notNow(`“${system.name}”已经迁移上云。`);
  switch (act.kind) {
    case 'plan':
      return (
        pastPlan(act.plannedOn, today) ?? accept([{ type: 'MigrationPlanned', plannedOn: act.plannedOn }])
      );
    case 'start':
      if (system.progress) return notNow('已经登记开始迁移。');
      return system.plannedOn === undefined
        ? notNow('请先填报计划迁移日期。')
        : accept([{ type: 'MigrationStarted' }]);
    case 'finish':
      return system.progress
        ? accept([{ type: 'SystemMigrated' }])
        : notNow('请先登记开始迁移，迁移完成后再登记。');
    case 'exempt':
      return accept([{ type: 'SystemExempted', basis: act.basis }]);
    default:
      return notNow('这一步只适用于自有云和租用云。');
  }
};

/** 扩容升级 of one's own is refused to everybody (yc-cloud-3-2). */
const expand = ({ held }: OwnCloud, text: string, { ownCloudGrowth }: OffCloudRules): Decided =>
  held === 'own' && ownCloudGrowth
    ? refusedBy(
        ownCloudGrowth.clause,
        'no-growth',
        '自有云资源不得再扩容升级，请申请政务云资源；到生命周期末停用。',
      )
    : accept([{ type: 'CloudExpanded', text }]);

/** 续租: by the authority's exception alone, with what it rests on (yc-cloud-3-3). */
const renew = (
  cloud: OwnCloud,
  { endsOn, basis }: Extract<OffCloudAct, { readonly kind: 'renew' }>,
  { rules: { leaseRenewal }, by, approves }: Circumstances,
): Decided => {
  if (cloud.held === 'own') return notNow('自有云没有租期，不能续租。');
  if (endsOn <= cloud.endsOn)
    return invalid('/endsOn', 'not-later', `续租后的到期日须晚于原到期日 ${cloud.endsOn}，请改正。`);
  if (leaseRenewal) {
    const { clause } = leaseRenewal;
    if (!approves)
      return refusedBy(
        clause,
        'no-renewal',
        '租用云到期后原则上不续租，请迁入政务云；确需例外的，由主管部门凭书面依据批准。',
      );
    if (!basis)
      return invalid('/basis', 'basis-missing', '例外续租须有书面依据，请填写依据的文件名称和文号。', clause);
    const { by: first } = cloud.registered;
    if (first.tenant === by.tenant && first.membership === by.membership)
      return refuse({ code: 'own-matter', detail: '本人登记的租用云，须由另一人批准例外续租。' });
  }
  return accept([{ type: 'LeaseRenewed', endsOn, by, ...(basis ? { basis } : {}) }]);
};

const ofCloud = (cloud: OwnCloud, act: OffCloudAct, circumstances: Circumstances): Decided => {
  if (cloud.retiredAt !== undefined) return notNow(`“${cloud.name}”已经停用。`);
  switch (act.kind) {
    case 'expand':
      return expand(cloud, act.text, circumstances.rules);
    case 'renew':
      return renew(cloud, act, circumstances);
    case 'retire':
      return accept([{ type: 'CloudRetired' }]);
    default:
      return notNow('这一步只适用于未上云系统。');
  }
};

export const decideUpdate = (
  entry: OffCloudEntry,
  act: OffCloudAct,
  circumstances: Circumstances,
): Decided =>
  entry.kind === 'system' ? ofSystem(entry, act, circumstances.today) : ofCloud(entry, act, circumstances);

/** What may be tried on an entry as it stands; the rules may still refuse it. */
export const actsOn = (entry: OffCloudEntry): readonly OffCloudAct['kind'][] => {
  if (entry.kind === 'cloud') {
    if (entry.retiredAt !== undefined) return [];
    return entry.held === 'leased' ? ['renew', 'expand', 'retire'] : ['expand', 'retire'];
  }
  if (entry.progress === 'migrated') return [];
  if (entry.progress) return ['finish', 'plan', 'exempt'];
  return entry.plannedOn === undefined ? ['plan', 'exempt'] : ['start', 'plan', 'exempt'];
};
