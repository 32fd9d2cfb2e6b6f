import { expect, it } from 'vitest';
import { clauseSummaries } from '#shared/regulation/clause-summaries.ts';
import { clauses } from '#shared/regulation/clause-table.ts';

it('the summaries say what the clause table says', () => {
  expect(clauseSummaries).toEqual(
    clauses.map(({ id, article, summary, wave }) => ({ id, article, summary, wave })),
  );
});
