import { expect, it } from 'vitest';
import { joinClocks } from '#functions/calendar/app/join-clocks.ts';
import { accept } from '#shared/kernel/result.ts';

const listed =
  (ids: readonly string[]) => async (_tenant: unknown, after: string | undefined, limit: number) => {
    const from = after === undefined ? 0 : ids.indexOf(after) + 1;
    const caseIds = ids.slice(from, from + limit);
    const last = from + limit < ids.length ? caseIds.at(-1) : undefined;
    return last === undefined ? { caseIds } : { caseIds, next: last };
  };

it.each([1, 2, 3, 10])(
  'pages of %i go through the cases and then the obligations, each once and to its own',
  async (limit) => {
    const asked: string[] = [];
    const recompute =
      (whose: string) =>
      async ({ caseId }: { caseId: string }) => {
        asked.push(`${whose} ${caseId}`);
        return accept(false);
      };
    const joined = joinClocks(
      { page: listed(['c1', 'c2', 'c3']), recompute: recompute('case') },
      {
        holds: (id) => id.startsWith('o'),
        page: listed(['o1', 'o2', 'o3']),
        recompute: recompute('obligation'),
      },
    );
    for (let after: string | undefined, more = true; more; ) {
      const { caseIds, next } = await joined.page('yancheng/dafeng', after, limit);
      for (const caseId of caseIds) await joined.recompute({ tenant: 'yancheng/dafeng', caseId }, [], '');
      more = next !== undefined;
      after = next;
    }
    expect(asked).toEqual([
      ...['c1', 'c2', 'c3'].map((id) => `case ${id}`),
      ...['o1', 'o2', 'o3'].map((id) => `obligation ${id}`),
    ]);
  },
);

it.each([1, 2, 5])('a third kind of clock comes behind both, also in pages of %i', async (limit) => {
  const asked: string[] = [];
  const of = (whose: string, ids: readonly string[]) => ({
    holds: (id: string) => id.startsWith(whose),
    page: listed(ids),
    recompute: async ({ caseId }: { caseId: string }) => {
      asked.push(caseId);
      return accept(caseId.startsWith(whose));
    },
  });
  const joined = joinClocks(
    joinClocks(of('c', ['c1', 'c2']), of('o', ['o1'])),
    of('PV#', ['PV#1', 'PV#2', 'PV#3']),
    'PV#',
  );
  for (let after: string | undefined, more = true; more; ) {
    const { caseIds, next } = await joined.page('yancheng/dafeng', after, limit);
    for (const caseId of caseIds)
      expect(await joined.recompute({ tenant: 'yancheng/dafeng', caseId }, [], '')).toEqual(accept(true));
    more = next !== undefined;
    after = next;
  }
  expect(asked).toEqual(['c1', 'c2', 'o1', 'PV#1', 'PV#2', 'PV#3']);
});
