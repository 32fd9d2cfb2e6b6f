import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { FormSection } from '../form-spec.ts';
import type { CloudApplicationRules } from '../profile.ts';
import { type ApplicationForm, isFilled, rowsAt, valueAt } from './application-form.ts';

const lines = '/resources/lines';

type Rules = Pick<CloudApplicationRules, 'limits' | 'form'>;

/** Words of the options of the table's columns. */
const wordsOf = (sections: readonly FormSection[], column: string): ReadonlyMap<string, string> => {
  const table = sections
    .find(({ id }) => id === 'resources')
    ?.fields.find(({ id, kind }) => id === 'lines' && kind === 'table');
  const found = table?.kind === 'table' ? table.columns.find(({ id }) => id === column) : undefined;
  return new Map(
    found?.kind === 'choice' ? found.options.map(({ value, label }) => [value, label] as const) : [],
  );
};

/** A dedicated domain is a pool and a zone at once: a line that says so in one column only would lie in two zones. */
const inTwoZones = (form: ApplicationForm, { form: { sections } }: Rules, clause: string): FieldRefusal[] => {
  const [pools, zones] = [wordsOf(sections, 'pool'), wordsOf(sections, 'zone')];
  return rowsAt(form, lines).flatMap((row, index) => {
    const [pool, zone] = [String(row['pool']), String(row['zone'])];
    const fault = (pool === 'dedicatedDomain') !== (zone === 'dedicated');
    if (!pools.has(pool) || !zones.has(zone) || !fault) return [];
    return [
      {
        pointer: `${lines}/${index}/zone`,
        code: 'two-zones',
        message: `第${index + 1}行的资源池是“${pools.get(pool)}”，部署区域却是“${zones.get(zone)}”：一行资源只能在一个区域。在专有域的两项都选“专有域”，否则改选其他资源池和区域。`,
        clause,
      },
    ];
  });
};

const unlinked = (
  form: ApplicationForm,
  { form: { sections } }: Rules,
  { value: { linked, links }, clause }: NonNullable<CloudApplicationRules['limits']['zones']>,
): FieldRefusal[] => {
  const names = wordsOf(sections, 'zone');
  const used = [...names].filter(([zone]) => rowsAt(form, lines).some((row) => row['zone'] === zone));
  const unsaid = used.length > 1 && !isFilled(valueAt(form, linked));
  return [
    ...(unsaid
      ? [
          {
            pointer: linked,
            code: 'zones-unlinked',
            message: `资源分布在${used.map(([, word]) => word).join('、')}，请说明各区域之间是否互联；互联的须写明安全交换路径。`,
            clause,
          },
        ]
      : []),
    ...rowsAt(form, links).flatMap((row, index) =>
      isFilled(row['from']) && row['from'] === row['to']
        ? [
            {
              pointer: `${links}/${index}/to`,
              code: 'same-zone',
              message: `第${index + 1}行的两端是同一个区域，跨区互联请选两个不同的区域。`,
              clause,
            },
          ]
        : [],
    ),
  ];
};

/** 区域隔离: every line in one zone, links between zones by a declared way, and a dedicated domain by its plan. */
export const checkZones = (form: ApplicationForm, rules: Rules): readonly FieldRefusal[] => {
  const { zones, domain } = rules.limits;
  if (!zones) return [];
  const dedicated = rowsAt(form, lines).some(({ zone }) => zone === 'dedicated');
  return [
    ...inTwoZones(form, rules, zones.clause),
    ...unlinked(form, rules, zones),
    ...(domain && dedicated && !isFilled(valueAt(form, domain.value))
      ? [
          {
            pointer: domain.value,
            code: 'domain-missing',
            message: '有资源部署在专有域，请选择该专有域的建设管理方案；还没有提交方案的，请先提交。',
            clause: domain.clause,
          },
        ]
      : []),
  ];
};
