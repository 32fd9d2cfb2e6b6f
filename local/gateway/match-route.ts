import type { RouteSpec } from './read-gateway.ts';

interface CompiledRoute {
  readonly route: RouteSpec;
  readonly method: string;
  readonly segments: readonly string[];
}

export interface RouteMatch {
  readonly route: RouteSpec;
  /** Still percent-encoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

const isGreedy = (segment: string) => /^\{\w+\+\}$/.test(segment);
const isVariable = (segment: string) => /^\{\w+\}$/.test(segment);

/** 0 exact, 1 variable, 2 greedy: API Gateway prefers the most specific segment, from the left. */
const rank = (segment: string | undefined) =>
  segment === undefined ? 0 : isGreedy(segment) ? 2 : isVariable(segment) ? 1 : 0;

function compareSpecificity(a: CompiledRoute, b: CompiledRoute): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(a.segments[index]) - rank(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

/** Parameters that one segment of a pattern takes from the path at its place; undefined when it does not fit. */
function matchSegment(
  segment: string,
  path: readonly string[],
  index: number,
): Record<string, string> | undefined {
  const actual = path[index];
  if (actual === undefined) return undefined;
  if (isGreedy(segment)) return { [segment.slice(1, -2)]: path.slice(index).join('/') };
  if (isVariable(segment)) return actual === '' ? undefined : { [segment.slice(1, -1)]: actual };
  return segment === actual ? {} : undefined;
}

function matchPath(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const isOpenEnded = isGreedy(pattern.at(-1) ?? '');
  if (!isOpenEnded && pattern.length !== path.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const matched = matchSegment(segment, path, index);
    if (matched === undefined) return undefined;
    Object.assign(parameters, matched);
  }
  return parameters;
}

/** Compiles an HTTP API's routes into a function that finds the one for a request, `$default` last. */
export function compileRoutes(
  routes: readonly RouteSpec[],
): (method: string, path: string) => RouteMatch | undefined {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const compiled = routes
    .filter((route) => route !== fallback)
    .map((route): CompiledRoute => {
      const [method = '', path = ''] = route.routeKey.split(' ');
      return { route, method, segments: path.split('/') };
    })
    .sort(compareSpecificity);
  return (method, path) => {
    const segments = path.split('/');
    for (const candidate of compiled) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = matchPath(candidate.segments, segments);
      if (pathParameters !== undefined) return { route: candidate.route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}
