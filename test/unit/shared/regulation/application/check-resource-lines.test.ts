import { describe, expect, it } from 'vitest';
import { codesOf, formWith, formWithLines, lineOf, problemsOf } from '#test/support/sample-application.ts';

describe('the resource table', () => {
  it('[yc-cloud-14-2] a line whose product no active catalogue holds is refused: unknown, retired, not yet in force', () => {
    const lines = [lineOf('no-such-host'), lineOf('host-1c2g'), lineOf('host-2c4g')];
    const active = problemsOf(formWithLines(lines));
    expect(active.map(({ code, pointer, clause }) => [code, pointer, clause])).toEqual([
      ['not-in-catalogue', '/resources/lines/0/productId', 'yc-cloud-14-2'],
      ['not-in-catalogue', '/resources/lines/1/productId', 'yc-cloud-14-2'],
    ]);
    expect(active[1]?.message).toContain('已下架');
    const earlier = problemsOf(formWithLines([lineOf('host-2c4g')]), '2026-04-30');
    expect(earlier.map(({ message }) => message)).toEqual([
      '第1行（通用型云主机 2核4G）2026-05-01起才可申请，请改选目录中在用的产品。',
    ]);
    expect(problemsOf(formWithLines([lineOf('host-2c4g')]), '2026-05-01')).toEqual([]);
  });

  it('[yc-cloud-annex2-4] of three hosts with two purposes the third line is flagged, as are storage and network without basis', () => {
    const bare = { purpose: '', basis: '' };
    const lines = [
      lineOf('host-2c4g', { basis: '' }),
      lineOf('host-4c8g'),
      lineOf('host-8c16g', bare),
      lineOf('object-1t', bare),
      lineOf('bandwidth-internet', bare),
      lineOf('db-audit', bare),
    ];
    expect(codesOf(formWithLines(lines))).toEqual([
      'purpose-missing /resources/lines/2/purpose',
      'basis-missing /resources/lines/3/basis',
      'basis-missing /resources/lines/4/basis',
    ]);
  });

  it('[yc-cloud-annex2-3] no price can be typed: a line has no such column', () => {
    expect(codesOf(formWithLines([lineOf('host-2c4g', { unitPriceFen: 1 })]))).toEqual([
      'unknown-field /resources/lines/0/unitPriceFen',
    ]);
  });

  it('needs a line, a pool, a zone, a whole positive quantity, and no line number twice', () => {
    expect(codesOf(formWithLines([]))).toEqual(['rows-missing /resources/lines']);
    const line = { ...lineOf('host-2c4g'), pool: '', zone: undefined, quantity: 0 };
    const { zone: _zone, ...bare } = line;
    expect(codesOf(formWithLines([bare]))).toEqual([
      'number-too-small /resources/lines/0/quantity',
      'required /resources/lines/0/pool',
      'required /resources/lines/0/zone',
    ]);
    const twice = formWith({ resources: { lines: [lineOf('host-2c4g'), lineOf('host-4c8g')] } });
    expect(codesOf(twice)).toContain('duplicate-value /resources/lines/1/lineNo');
  });
});
