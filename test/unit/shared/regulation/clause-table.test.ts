import { expect, it } from 'vitest';
import { clause, clauses, findClause } from '#shared/regulation/clause-table.ts';
import table from '#shared/regulation/clauses.json' with { type: 'json' };

it('holds all 403 obligations, each once, each with a summary and a way to tell that it is met', () => {
  expect(clauses).toHaveLength(403);
  expect(table).toHaveLength(403);
  expect(new Set(clauses.map(({ id }) => id)).size).toBe(403);
  expect(clauses.filter(({ summary, acceptance }) => summary === '' || acceptance === '')).toEqual([]);
});

it('covers both cities, both subjects and the customer', () => {
  const count = (prefix: string) => clauses.filter(({ id }) => id.startsWith(prefix)).length;
  expect(['yc-cloud-', 'yc-net-', 'kf-cloud-', 'kf-net-', 'local-'].map(count)).toEqual([164, 96, 79, 59, 5]);
});

it('answers by id and refuses what it does not know', () => {
  expect(clause('yc-cloud-17-4')).toMatchObject({ article: '第十七条', kind: 'deadline', wave: 'lifecycle' });
  expect(findClause('yc-cloud-99-1')).toBeUndefined();
  expect(() => clause('yc-cloud-99-1')).toThrow('unknown clause yc-cloud-99-1');
});
