import { describe, expect, it } from 'vitest';
import { offeredRules, profileOf } from '#shared/regulation/find-profile.ts';
import type { Route } from '#shared/regulation/profile.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

interface StateShape {
  readonly Type: string;
  readonly Next?: string;
  readonly Parameters?: { readonly Payload: { readonly step: string } };
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

const definition = async () => {
  const { deployment } = await synthesizedApp();
  const [machine] = deployment().machines;
  return machine?.definition as { readonly StartAt: string; readonly States: Record<string, StateShape> };
};

const stateNames: Readonly<Record<string, string>> = {
  unitConfirmation: 'UnitConfirmation',
  localReview: 'LocalReview',
  cityRecheck: 'CityRecheck',
  correction: 'Correction',
  complete: 'Complete',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

const edgesOfMachine = (states: Record<string, StateShape>): string[] =>
  Object.entries(states).flatMap(([from, { Next, Catch = [] }]) => [
    ...(Next === undefined ? [] : [`${from} Approved ${Next}`]),
    ...Catch.flatMap(({ ErrorEquals, Next: to }) => ErrorEquals.map((error) => `${from} ${error} ${to}`)),
  ]);

const edgesOfRoute = (route: Route): string[] =>
  route.steps.flatMap(({ id, next }) =>
    Object.entries(next).map(([outcome, to]) => `${stateNames[id]} ${outcome} ${stateNames[to]}`),
  );

const routes = cities.flatMap(({ id }) => {
  const profile = profileOf(id);
  return Object.keys(profile?.kinds ?? {}).flatMap((kind) =>
    (profile ? (offeredRules(profile, kind)?.routes ?? []) : []).map((route) => ({ city: id, kind, route })),
  );
});

describe.each(routes)(
  'the route $route.id of $city for $kind, walked through the synthesized machine',
  ({ route }) => {
    it('goes only where the machine goes', async () => {
      const { States } = await definition();
      expect(edgesOfMachine(States)).toEqual(expect.arrayContaining(edgesOfRoute(route)));
    });

    it('begins where the machine begins, and asks for each step by its name', async () => {
      const { StartAt, States } = await definition();
      expect(StartAt).toBe(stateNames[route.first]);
      for (const { id } of route.steps)
        expect(States[stateNames[id] ?? '']?.Parameters?.Payload.step).toBe(id);
    });
  },
);

it('has no edge that no city’s route takes', async () => {
  const { States } = await definition();
  const taken = new Set(routes.flatMap(({ route }) => edgesOfRoute(route)));
  expect(edgesOfMachine(States).filter((edge) => !taken.has(edge))).toEqual([]);
  expect(new Set(routes.map(({ city }) => city))).toEqual(new Set(['yancheng', 'kaifeng']));
});
