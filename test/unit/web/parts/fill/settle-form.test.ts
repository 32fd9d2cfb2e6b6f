import { expect, test } from 'vitest';
import { exampleApplication, problemsOf, rules } from '#test/support/sample-application.ts';
import { changedSections, settleForm, withValue } from '../../../../../web/parts/fill/settle-form.ts';

const { sections } = rules.form;

test('the example stands as it is', () => {
  const { contents } = settleForm(sections, exampleApplication.sections);
  expect(changedSections(exampleApplication.sections, contents)).toEqual({});
});

test('switching a part off empties it so that nothing is refused, switching it on gives everything back', () => {
  const before = exampleApplication.sections;
  const off = settleForm(sections, {
    ...before,
    applications: withValue(before['applications'] ?? {}, 'wanted', false),
  });
  expect(off.contents['applications']).toEqual({ wanted: false });
  expect(problemsOf(off.contents)).toEqual([]);
  const on = settleForm(
    sections,
    { ...off.contents, applications: withValue(off.contents['applications'] ?? {}, 'wanted', true) },
    off.setAside,
  );
  expect(on.contents['applications']).toEqual(before['applications']);
  expect(on.setAside.size).toBe(0);
});

test.each([
  ['', {}],
  [undefined, {}],
  [null, {}],
  [[], {}],
  [false, { field: false }],
  [0, { field: 0 }],
])('set to %j a field holds %j', (value, content) => {
  expect(withValue({ field: '旧' }, 'field', value)).toEqual(content);
});
