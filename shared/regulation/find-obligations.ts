import type { ObligationRules } from './obligation-spec.ts';
import { kaifengObligations } from './profiles/kaifeng/obligations.ts';
import { yanchengObligations } from './profiles/yancheng/obligations.ts';

/** By version of the rules; apart from the rest of the profile, since only few functions ask for them. */
const rules: Readonly<Record<string, ObligationRules>> = {
  'kaifeng-2022-04-01': kaifengObligations,
  'yancheng-2026-04-27': yanchengObligations,
};

/**
 * What is owed after the opening under a version of the rules.
 * @throws for a version that there is not
 */
export const obligationsOf = ({ ruleVersion }: { readonly ruleVersion: string }): ObligationRules => {
  const found = rules[ruleVersion];
  if (!found) throw new Error(`no rules ${ruleVersion}`);
  return found;
};
