import { expect, it } from 'vitest';
import { delegate } from '#functions/desks/domain/delegate.ts';
import { people, refusalOf } from '#test/support/case-story.ts';

const nobody = { length: 0, members: new Set<string>() };
const facts = { to: people.colleague, given: [], onward: nobody, behind: nobody, today: '2026-12-05' };
const from = (fromOn: string) =>
  delegate(
    { id: 'one', fromOn, untilOn: fromOn, reason: '外出。' },
    people.reviewer,
    facts,
    '2026-12-05T02:00:00.000Z',
  );

it('a delegation begins within a year, be the day asked for the last of all', () => {
  expect(from('2027-12-06').ok).toBe(true);
  for (const day of ['2027-12-07', '9999-12-31'])
    expect(refusalOf(from(day)).errors).toMatchObject([{ pointer: '/fromOn', code: 'too-far' }]);
});
