import type { Route, RouteStep } from './profile.ts';

/** The way of an application that nobody returns: from the first step along the edges of approval. */
export const mainLine = ({ first, steps }: Route): readonly RouteStep[] => {
  const line: RouteStep[] = [];
  for (let next = steps.find(({ id }) => id === first); next && !line.includes(next); ) {
    line.push(next);
    const { Approved, Concluded } = next.next;
    const to = Approved ?? Concluded;
    next = steps.find(({ id }) => id === to);
  }
  return line;
};

/** The route's steps as an application passes them; a step beside the main line stands before the one it leads to. */
export const orderSteps = (route: Route): readonly RouteStep[] => {
  const main = mainLine(route);
  const beside = route.steps.filter((step) => !main.includes(step));
  return main.flatMap((step) => [...beside.filter(({ next }) => next.Approved === step.id), step]);
};
