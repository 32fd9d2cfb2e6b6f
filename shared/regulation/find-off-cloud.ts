import type { OffCloudRules } from './off-cloud-spec.ts';
import { kaifengOffCloud } from './profiles/kaifeng/off-cloud.ts';
import { yanchengOffCloud } from './profiles/yancheng/off-cloud.ts';

/** By version of the rules; apart from the rest of the profile, since only few functions ask for them. */
const rules: Readonly<Record<string, OffCloudRules>> = {
  'kaifeng-2022-04-01': kaifengOffCloud,
  'yancheng-2026-04-27': yanchengOffCloud,
};

/**
 * What is not on the government cloud, under a version of the rules.
 * @throws for a version that there is not
 */
export const offCloudRulesOf = ({ ruleVersion }: { readonly ruleVersion: string }): OffCloudRules => {
  const found = rules[ruleVersion];
  if (!found) throw new Error(`no rules ${ruleVersion}`);
  return found;
};
