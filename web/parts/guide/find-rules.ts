import { clauseName } from '#shared/contracts/clause-name.ts';
import type { RulesView } from '#shared/contracts/rules.ts';

/** The values and clauses in which a word occurs; everything without one. */
export const findRules = (rules: RulesView, word: string): Pick<RulesView, 'values' | 'documents'> => {
  const has = (...texts: readonly string[]) => texts.some((text) => text.includes(word.trim()));
  return {
    values: rules.values.filter(({ group, title, value, clause }) =>
      has(group, title, value, clauseName(clause)),
    ),
    documents: rules.documents
      .map(({ title, clauses }) => ({
        title,
        clauses: clauses.filter(({ article, summary }) => has(article, summary, title)),
      }))
      .filter(({ clauses }) => clauses.length > 0),
  };
};
