import { expect, test } from 'vitest';
import { cities } from '#shared/tenancy/cities.ts';
import { counties } from '../../../../web/parts/counties.ts';

test('the filter offers every county of every city', () => {
  const seeded = cities.map((city) => [
    city.id,
    Object.fromEntries(city.counties.map(({ id, name }) => [id, name])),
  ]);
  expect(counties).toEqual(Object.fromEntries(seeded));
});
