import { expect, it } from 'vitest';
import { checkText } from '#functions/notify/app/check-texts.ts';
import { defaultTexts, isMessageEvent } from '#functions/notify/domain/message-texts.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { cities } from '#shared/tenancy/cities.ts';

const stages = cities
  .flatMap(({ id }) => profileOf(id) ?? [])
  .flatMap(({ kinds }) => Object.values(kinds))
  .flatMap((rules) => (rules.offered ? rules.routes : []))
  .flatMap(({ steps }) => steps.flatMap((step) => step.stages));

it('there is a message for every stage of every city’s routes', () => {
  expect(stages.map(({ id }) => `task.${id}`).filter((event) => !isMessageEvent(event))).toEqual([]);
});

it('no stage that assesses line by line can be decided by link', () => {
  expect(stages.filter(({ assesses, byLink }) => assesses && byLink)).toEqual([]);
});

it('the default texts keep the rules that a city’s own must keep', () => {
  const problems = Object.entries(defaultTexts).flatMap(([event, text]) =>
    isMessageEvent(event) ? checkText(event, text) : [],
  );
  expect(problems).toEqual([]);
});
