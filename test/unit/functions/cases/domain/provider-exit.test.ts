import { describe, expect, it } from 'vitest';
import { objectionToLeaving } from '#functions/cases/domain/record-act.ts';
import { heldBy } from '#functions/registry/domain/resource.ts';

const here = { id: 'kaifeng-provider', name: '云服务商' };
const row = (state: 'inUse' | 'reclaimed', erasedAt?: string, provider = here) => ({
  provider,
  state,
  ...(erasedAt === undefined ? {} : { erasedAt }),
});

describe('a provider that leaves', () => {
  it('[kf-cloud-11-1] is held by what is in use on its cloud, then by what both sides have not confirmed as erased', () => {
    const held = (...rows: Parameters<typeof heldBy>[0]) => heldBy(rows, here.id);
    const at = '2026-12-01T02:00:00.000Z';
    expect(held(row('reclaimed', at), row('inUse'))).toBe('inUse');
    expect(held(row('reclaimed', at), row('reclaimed'))).toBe('unerased');
    expect(held(row('reclaimed', at), row('reclaimed', at))).toBeUndefined();
    expect(held(row('inUse', undefined, { id: 'another', name: '另一家' }))).toBeUndefined();
    expect(held()).toBeUndefined();
  });

  it('[kf-cloud-11-1] is told which systems hold it, and of very many only the first', () => {
    expect(objectionToLeaving({ inUse: [], unerased: [] })).toBeUndefined();
    expect(objectionToLeaving({ inUse: ['卫健委“平台”'], unerased: ['民政局“旧系统”'] })).toEqual({
      code: 'systems-left',
      detail:
        '还不能办结退出。尚未迁移的系统：卫健委“平台”；数据清除尚未由双方确认的系统：民政局“旧系统”。请配合使用单位办完后再办结。',
    });
    const many = Array.from({ length: 12 }, (_, index) => `系统${index + 1}`);
    expect(objectionToLeaving({ inUse: many, unerased: [] })?.detail).toContain('系统10等 12 个系统。');
  });
});
