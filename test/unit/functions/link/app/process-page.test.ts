import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { processOutcomePage, processPage } from '#functions/link/app/process-page.ts';
import type { LinkMatter } from '#functions/provisioning/ports/orders-for-links.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { between, chance } from '#test/support/seeded.ts';

const actor: Actor = {
  personId: 'p',
  name: '<b>其人</b>',
  membershipId: 'm',
  tenant: 'yancheng/dafeng',
  organisation: { id: 'o', name: '单位' },
  roles: ['department.cdo'],
  grantsVersion: 1,
};
const matter: LinkMatter = {
  ask: '请您签订信息安全责任书',
  title: '单位',
  facts: [['签订单位', '单位']],
  lines: [],
  declares: '我已阅读全文。',
  button: '签订',
  status: '未签订',
  stands: true,
  version: 0,
  digest: '0'.repeat(64),
};

/** Text that hardly repeats itself. */
const hanzi = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) =>
    String.fromCodePoint(between(0x4e00, 0x59b8, chance(seed, index))),
  ).join('');
const compressed = (page: string): number => gzipSync(page, { level: 9 }).length;

describe('what an order asks for, on the phone', () => {
  it('is small with the longest text, and with a list of any length', () => {
    expect(compressed(processPage(actor, { ...matter, text: hanzi(5000, 1) }, 'v'))).toBeLessThanOrEqual(
      14_336,
    );
    const lines = Array.from({ length: 1000 }, (_, index) => ({
      name: hanzi(20, index),
      specification: hanzi(40, index + 1000),
      quantity: `${index} 台`,
    }));
    const page = processPage(actor, { ...matter, lines }, 'v');
    expect(compressed(page)).toBeLessThanOrEqual(14_336);
    expect(page).toContain('另有 940 项');
  });

  it('escapes what people wrote, and offers no button where it can’t be done here', () => {
    const page = processPage(actor, { ...matter, hindrance: '请登录云网通。', text: '<script>' }, 'v');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>其人');
    expect(page).not.toContain('name="verb"');
    expect(processOutcomePage('already', matter)).toContain('未签订');
  });
});
