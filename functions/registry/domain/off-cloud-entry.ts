import type { TenantId } from '#shared/kernel/tenant.ts';
import type { BuildStage, OffCloudRules } from '#shared/regulation/off-cloud-spec.ts';

export interface Doer {
  readonly tenant: TenantId;
  readonly membership: string;
}

/** 依据: the document and its number. */
export interface Basis {
  readonly document: string;
  readonly number: string;
}

interface Registered {
  readonly tenant: TenantId;
  readonly entryId: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly ruleVersion: string;
  readonly registered: { readonly at: string; readonly by: Doer };
}

/** 未上云系统. */
export interface OffCloudSystem extends Registered {
  readonly kind: 'system';
  readonly stage: BuildStage;
  readonly fiscal: boolean;
  readonly classified: boolean;
  readonly plannedOn?: string;
  readonly basis?: Basis;
  readonly progress?: 'inProgress' | 'migrated';
}

/** 自有云 or 租用云. */
export interface OwnCloud extends Registered {
  readonly kind: 'cloud';
  readonly held: 'own' | 'leased';
  readonly endsOn: string;
  /** The last renewal; with a basis where it was an exception. */
  readonly renewed?: { readonly at: string; readonly by: Doer; readonly basis?: Basis };
  readonly expanded?: { readonly at: string; readonly text: string };
  readonly retiredAt?: string;
}

export type OffCloudEntry = OffCloudSystem | OwnCloud;
export type OffCloudStatus =
  | 'unplanned'
  | 'planned'
  | 'inProgress'
  | 'migrated'
  | 'exempt'
  | 'inUse'
  | 'ended'
  | 'retired';

const statusOfSystem = ({ progress, plannedOn, basis }: OffCloudSystem): OffCloudStatus => {
  if (progress) return progress;
  if (plannedOn !== undefined) return 'planned';
  return basis ? 'exempt' : 'unplanned';
};

/** 未填报 / 计划迁移 / 迁移中 / 已迁移 / 豁免, or of a cloud 在用 / 到期应停用 / 已停用. */
export const statusOf = (entry: OffCloudEntry, today: string): OffCloudStatus => {
  if (entry.kind === 'system') return statusOfSystem(entry);
  if (entry.retiredAt !== undefined) return 'retired';
  return entry.endsOn < today ? 'ended' : 'inUse';
};

/** A system with neither plan nor exemption or behind its plan (yc-cloud-5-3), a cloud past its term (yc-cloud-3-2). */
export const isOutstanding = (entry: OffCloudEntry, today: string): boolean => {
  const status = statusOf(entry, today);
  if (status === 'unplanned' || status === 'ended') return true;
  return (
    entry.kind === 'system' &&
    (status === 'planned' || status === 'inProgress') &&
    (entry.plannedOn ?? today) < today
  );
};

/** Such a system may be off the cloud only with a cited ground. */
export const needsBasis = (
  { stage, fiscal, classified }: Pick<OffCloudSystem, 'stage' | 'fiscal' | 'classified'>,
  { mustUseCloud: { value } }: Pick<OffCloudRules, 'mustUseCloud'>,
): boolean => value.stages.includes(stage) && (!value.onlyFiscalUnclassified || (fiscal && !classified));

/** Clause under which it stands in the register; none where the text says nothing of its kind. */
export const clauseOf = (entry: OffCloudEntry, rules: OffCloudRules): string | undefined => {
  if (entry.kind === 'system') return (needsBasis(entry, rules) ? rules.mustUseCloud : rules.migrate).clause;
  return (entry.held === 'own' ? rules.ownCloudGrowth : rules.leaseRenewal)?.clause;
};
