import { kaifengReclamation } from './profiles/kaifeng/reclamation.ts';
import { yanchengReclamation } from './profiles/yancheng/reclamation.ts';
import type { ReclamationRules } from './reclamation-spec.ts';

/** By version of the rules; apart from the rest of the profile, since only few functions ask for them. */
const rules: Readonly<Record<string, ReclamationRules>> = {
  'kaifeng-2022-04-01': kaifengReclamation,
  'yancheng-2026-04-27': yanchengReclamation,
};

/**
 * 整改、处置和回收 under a version of the rules.
 * @throws for a version that there is not
 */
export const reclamationRulesOf = ({ ruleVersion }: { readonly ruleVersion: string }): ReclamationRules => {
  const found = rules[ruleVersion];
  if (!found) throw new Error(`no rules ${ruleVersion}`);
  return found;
};
