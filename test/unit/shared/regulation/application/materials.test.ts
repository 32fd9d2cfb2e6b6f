import { expect, it } from 'vitest';
import { countyMaterials, materialsFor } from '#shared/regulation/application/materials.ts';
import { rules } from '#test/support/sample-application.ts';

const base = materialsFor(rules.materials.value, 'county');
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it('asks city departments for the precondition beside what everybody hands in', () => {
  expect(ids(base)).not.toContain('precondition');
  expect(ids(materialsFor(rules.materials.value, 'city'))).toContain('precondition');
});

it('lets a county ask for more and never for less', () => {
  const extra = rules.materials.value.filter(({ id }) => id === 'precondition');
  expect(countyMaterials(rules.materials, [...base, ...extra])).toMatchObject({ ok: true });
  expect(countyMaterials(rules.materials, base.slice(1))).toMatchObject({ ok: false, code: 'loosened' });
});
