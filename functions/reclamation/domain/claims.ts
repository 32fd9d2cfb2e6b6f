import type { ReclaimedResource, Reclamation } from './reclamation-state.ts';

/** 关停 of a system, approved: what of it comes into use later is taken back as well, by the same decision. */
export interface Closing {
  /** Of the shutdown. */
  readonly caseId: string;
  readonly decision: Reclamation['decision'];
  readonly ruleVersion: string;
}

/** What of one system is being taken back; a resource is in one open reclamation at most. */
export interface Claims {
  /** Of the record, 0 for none; who opens a reclamation has seen the newest. */
  readonly revision: number;
  /** Resources by the open reclamation that takes them back. */
  readonly claimed: Readonly<Record<string, readonly string[]>>;
  /** By the newest approval; being shut down since the first. */
  readonly closing?: Closing & { readonly since: string };
}

/** Resources that no open reclamation takes back already. */
export const unclaimed = <Resource extends Pick<ReclaimedResource, 'resourceId'>>(
  resources: readonly Resource[],
  { claimed }: Pick<Claims, 'claimed'>,
): readonly Resource[] => {
  const taken = new Set(Object.values(claimed).flat());
  return resources.filter(({ resourceId }) => !taken.has(resourceId));
};
