import { kaifengReclamation } from './profiles/kaifeng/reclamation.ts';
import { yanchengReclamation } from './profiles/yancheng/reclamation.ts';
import type { ReclamationRules } from './reclamation-spec.ts';

/** By rule version, beside the profiles: only who takes resources back carries these. */
const byVersion: Readonly<Record<string, ReclamationRules>> = {
  'kaifeng-2022-04-01': kaifengReclamation,
  'yancheng-2026-04-27': yanchengReclamation,
};

/** 整改、处置和回收 under a version of a city's rules. */
export const reclamationRulesOf = (ruleVersion: string): ReclamationRules | undefined =>
  byVersion[ruleVersion];
