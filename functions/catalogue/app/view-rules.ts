import type { RuleClause, RulesView } from '#shared/contracts/rules.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { type ClauseSummary, clauseSummaries } from '#shared/regulation/clause-summaries.ts';
import {
  applicationRuleTitle,
  offeredRules,
  profileOf,
  profilesOf,
} from '#shared/regulation/find-profile.ts';
import type { CityProfile } from '#shared/regulation/profile.ts';
import { ruleValues } from './rule-values.ts';

/** A regulation's clause ids begin alike: `yc-cloud-`. */
const prefixOf = (clause: string): string => /^[a-z]+-[a-z]+-/.exec(clause)?.[0] ?? clause;

const appliedOf = ({ wave }: ClauseSummary, profile: CityProfile): RuleClause['applied'] => {
  if (wave === 'none') return 'none';
  return wave === 'application' && offeredRules(profile) ? 'now' : 'later';
};

const documentsOf = (profile: CityProfile): RulesView['documents'] =>
  profile.documents.map(({ title, clause }) => ({
    title,
    clauses: clauseSummaries
      .filter(({ id }) => id.startsWith(prefixOf(clause)))
      .map((entry) => ({
        id: entry.id,
        article: entry.article,
        summary: entry.summary,
        applied: appliedOf(entry, profile),
      })),
  }));

/** 规则 of the actor's city: current values with their grounds, every clause, and the versions; no other city's. */
export const viewRules = (actor: Pick<Actor, 'tenant'>): Result<RulesView, Refusal> => {
  const city = cityOf(actor.tenant);
  const profile = profileOf(city);
  if (!profile) return refuse({ code: 'not-found', detail: '本地区的规则档案尚未启用。' });
  const { ruleVersion } = profile;
  const rules = profile.kinds['cloudApplication'];
  return accept({
    title: applicationRuleTitle(profile),
    ruleVersion,
    ...(rules && !rules.offered ? { notOffered: rules.reason } : {}),
    versions: profilesOf(city).map((version) => ({
      ruleVersion: version.ruleVersion,
      title: version.title,
      effectiveOn: version.effectiveOn.value,
      clause: version.effectiveOn.clause,
      current: version.ruleVersion === ruleVersion,
    })),
    values: [...ruleValues(profile)],
    documents: documentsOf(profile),
  });
};
