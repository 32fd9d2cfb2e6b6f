/** A filter pattern: objects follow the record's members, each leaf is a list of alternatives. */
type Matcher = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** Throws for an operator outside the subset in use, naming it and its place. */
function compileAlternative(alternative: unknown, at: string): Matcher {
  if (!isObject(alternative)) return (value) => value === alternative;
  const [[operator, operand] = ['', undefined], ...more] = Object.entries(alternative);
  if (more.length === 0 && operator === 'prefix' && typeof operand === 'string') {
    return (value) => typeof value === 'string' && value.startsWith(operand);
  }
  if (more.length === 0 && operator === 'exists' && typeof operand === 'boolean') {
    return (value) => (value !== undefined) === operand;
  }
  if (more.length === 0 && operator === 'anything-but' && texts(operand)) {
    const excluded: unknown[] = [operand].flat();
    return (value) => value !== undefined && !excluded.includes(value);
  }
  throw new Error(`${at}：不支持 ${JSON.stringify(alternative)}`);
}

function compileNode(pattern: unknown, at: string): Matcher {
  if (Array.isArray(pattern)) {
    const alternatives = pattern.map((each) => compileAlternative(each, at));
    return (value) => alternatives.some((matches) => matches(value));
  }
  if (!isObject(pattern)) throw new Error(`${at}：条件须是数组`);
  const members = Object.entries(pattern).map(([key, inner]) => {
    if (key.startsWith('$')) throw new Error(`${at}.${key}：不支持`);
    return { key, matches: compileNode(inner, `${at}.${key}`) };
  });
  return (value) => members.every(({ key, matches }) => matches(isObject(value) ? value[key] : undefined));
}

/** Whether a record passes: any of the patterns (parsed from the template's JSON), or all records without patterns. */
export function compileFilters(
  functionName: string,
  patterns: readonly unknown[],
): (record: object) => boolean {
  const filters = patterns.map((pattern) => compileNode(pattern, `${functionName} 的过滤条件`));
  return (record) => filters.length === 0 || filters.some((matches) => matches(record));
}
