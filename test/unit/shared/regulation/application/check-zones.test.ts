import { describe, expect, it } from 'vitest';
import { checkSectionShape } from '#shared/regulation/application/check-section-shape.ts';
import {
  formWith,
  lineOf,
  problemsOf as problems,
  rules,
  switchedOff,
} from '#test/support/sample-application.ts';

const problemsOf = (form: Parameters<typeof problems>[0]): readonly string[] =>
  problems(form).map(({ pointer, code, clause }) => `${pointer} ${code} ${clause}`);

const host = (pool: string, zone: unknown) => lineOf('host-4c8g', { pool, zone });
const link = { from: 'internet', to: 'extranet', purpose: '查询', path: '经市级网闸双向交换' };
const planned = (lines: readonly object[], plan: Readonly<Record<string, unknown>>) =>
  formWith({
    resources: { lines: lines.map((line, index) => ({ ...line, lineNo: index + 1 })) },
    declarations: { backup: 'own' },
    compute: switchedOff('compute'),
    plan: { zonesLinked: undefined, zoneLinks: undefined, ...plan },
  });

describe('zones of an application', () => {
  it('[yc-cloud-10-1] each line has exactly one zone: none, an unknown one and two at once are refused', () => {
    const section = rules.form.sections.find(({ id }) => id === 'resources');
    if (!section) throw new Error('no resources');
    for (const zone of [['extranet', 'internet'], 'elsewhere'])
      expect(checkSectionShape(section, { lines: [host('cityPool', zone)] })).toMatchObject([
        { pointer: '/resources/lines/0/zone' },
      ]);
    expect(problemsOf(planned([host('cityPool', '')], {}))).toEqual([
      '/resources/lines/0/zone required yc-cloud-10-1',
    ]);
    const domain = 'xiangshui.00000000000000000000000001';
    for (const [pool, zone] of [
      ['dedicatedDomain', 'extranet'],
      ['dedicatedDomain', 'internet'],
      ['cityPool', 'dedicated'],
      ['countyPool', 'dedicated'],
    ] as const)
      expect(problemsOf(planned([host(pool, zone)], { domain }))).toEqual([
        '/resources/lines/0/zone two-zones yc-cloud-10-1',
      ]);
    expect(problemsOf(planned([host('dedicatedDomain', 'dedicated')], { domain }))).toEqual([]);
    expect(problemsOf(planned([host('cityPool', 'internet')], {}))).toEqual([]);
  });

  it('[yc-cloud-10-1] a system in several zones says whether they are linked, and a link names its security exchange', () => {
    const both = [host('cityPool', 'internet'), host('countyPool', 'extranet')];
    expect(problemsOf(planned(both, {}))).toEqual(['/plan/zonesLinked zones-unlinked yc-cloud-10-1']);
    expect(problemsOf(planned(both, { zonesLinked: false }))).toEqual([]);
    expect(problemsOf(planned(both, { zonesLinked: true }))).toEqual([
      '/plan/zoneLinks rows-missing yc-cloud-10-1',
    ]);
    const linked = (changes: object) =>
      problemsOf(planned(both, { zonesLinked: true, zoneLinks: [{ ...link, ...changes }] }));
    expect(linked({})).toEqual([]);
    expect(linked({ path: '' })).toEqual(['/plan/zoneLinks/0/path required yc-cloud-10-1']);
    expect(linked({ to: 'internet' })).toEqual(['/plan/zoneLinks/0/to same-zone yc-cloud-10-1']);
  });

  it('[yc-cloud-11-2] what lies in a dedicated domain names its plan', () => {
    expect(problemsOf(planned([host('dedicatedDomain', 'dedicated')], {}))).toEqual([
      '/plan/domain domain-missing yc-cloud-11-2',
    ]);
  });
});

describe('the elastic pool', () => {
  const elastic = (largeOrPeaky: boolean, elasticPool: boolean, nonElasticReason?: string) =>
    problemsOf(formWith({ plan: { largeOrPeaky, elasticPool, nonElasticReason } }));

  it('[yc-cloud-19-2] a large or peaky system that is not deployed on it says why', () => {
    expect(elastic(true, true)).toEqual([]);
    expect(elastic(false, false)).toEqual([]);
    expect(elastic(true, false)).toEqual(['/plan/nonElasticReason required yc-cloud-19-2']);
    expect(elastic(true, false, '   ')).toEqual(['/plan/nonElasticReason required yc-cloud-19-2']);
    expect(elastic(true, false, '数据库不支持水平扩展，高峰由缓存承担。')).toEqual([]);
    expect(elastic(false, false, '不适用')).toEqual(['/plan/nonElasticReason not-applicable yc-cloud-19-2']);
  });
});
