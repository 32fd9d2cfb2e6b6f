import summaries from './clause-summaries.json' with { type: 'json' };
import type { Clause } from './clause-table.ts';

/** What functions show of a clause; the whole table stays out of their bundles. Kept equal to it by a test. */
export type ClauseSummary = Pick<Clause, 'id' | 'article' | 'summary'> & { readonly wave: string };

export const clauseSummaries: readonly ClauseSummary[] = summaries;

const byId = new Map(clauseSummaries.map((entry) => [entry.id, entry]));

export const findSummary = (id: string): ClauseSummary | undefined => byId.get(id);
