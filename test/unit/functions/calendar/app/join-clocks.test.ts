import { expect, it } from 'vitest';
import { joinClocks } from '#functions/calendar/app/join-clocks.ts';
import { accept } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

const tenant: TenantId = 'yancheng/dafeng';

/** Clocks of one kind; `asked` notes which of them was recomputed by whom. */
const keeping = (asked: string[], whose: string, all: readonly string[]) => ({
  page: async (_tenant: TenantId, after: string | undefined, limit: number) => {
    const from = after === undefined ? 0 : all.indexOf(after) + 1;
    const ids = all.slice(from, from + limit);
    const last = from + limit < all.length ? ids.at(-1) : undefined;
    return last === undefined ? { ids } : { ids, next: last };
  },
  recompute: async ({ id }: { readonly id: string }) => {
    asked.push(`${whose} ${id}`);
    return accept(false);
  },
});

const walk = async (limit: number, ids: Readonly<Record<string, readonly string[]>>) => {
  const asked: string[] = [];
  const of = (whose: string) => keeping(asked, whose, ids[whose] ?? []);
  const joined = joinClocks({
    case: of('case'),
    obligation: of('obligation'),
    order: of('order'),
    reclamation: of('reclamation'),
  });
  let after: string | undefined;
  do {
    const { refs, next } = await joined.page(tenant, after, limit);
    for (const ref of refs) await joined.recompute(ref, [], '');
    after = next;
  } while (after !== undefined);
  return asked;
};

it.each([1, 2, 3, 10])(
  'pages of %i go through every kind, each clock once and to its own, whatever its id has in it',
  async (limit) => {
    // An order has the id of its case.
    const ids = {
      case: ['dafeng.1', 'dafeng.2', 'dafeng.3'],
      obligation: ['dafeng.1-b1#deploy', 'dafeng.1-b1#goLive'],
      order: ['dafeng.1', 'dafeng.3'],
      reclamation: ['dafeng.3'],
    };
    expect(await walk(limit, ids)).toEqual(
      Object.entries(ids).flatMap(([kind, its]) => its.map((id) => `${kind} ${id}`)),
    );
  },
);

it('passes over the kinds of which a tenant has nothing', async () => {
  expect(await walk(2, { order: ['dafeng.1'] })).toEqual(['order dafeng.1']);
  expect(await walk(2, {})).toEqual([]);
});

it('does not go on from a place of no kind', async () => {
  const joined = joinClocks({
    case: keeping([], 'case', []),
    obligation: keeping([], 'obligation', []),
    order: keeping([], 'order', []),
    reclamation: keeping([], 'reclamation', []),
  });
  await expect(joined.page(tenant, 'OB#dafeng.1', 5)).rejects.toThrow('no kind of clock');
});
