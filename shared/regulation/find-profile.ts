import type { CaseKind, CityProfile, CloudApplicationRules } from './profile.ts';
import { kaifeng } from './profiles/kaifeng.ts';
import { yancheng } from './profiles/yancheng.ts';

/** Every version of every city's rules, the one in force last. */
const profiles: readonly CityProfile[] = [kaifeng, yancheng];

/** The rules in force in a city. */
export const profileOf = (city: string): CityProfile | undefined =>
  profiles.findLast((profile) => profile.city === city);

/** The rules that a case was pinned to at submission, e.g. `yancheng-2026-04-27`; it keeps them when they change. */
export const profileOfRuleVersion = (ruleVersion: string): CityProfile | undefined =>
  profiles.find((profile) => profile.ruleVersion === ruleVersion);

/** The text that governs the cloud application, as people cite it: the circular's first document, not the circular. */
export const applicationRuleTitle = ({ documents, title }: CityProfile): string =>
  documents[0]?.title ?? title;

/** Every version of a city's rules, the one in force last. */
export const profilesOf = (city: string): readonly CityProfile[] =>
  profiles.filter((profile) => profile.city === city);

/** The rules of a kind of case, where the profile offers it. */
export const offeredRules = (
  profile: CityProfile,
  kind: CaseKind = 'cloudApplication',
): CloudApplicationRules | undefined => {
  const rules = profile.kinds[kind];
  return rules?.offered ? rules : undefined;
};
