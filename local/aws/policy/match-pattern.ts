/** Context keys in lower case with the values of this request; a key that is absent has no entry. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

const compiled = new Map<string, RegExp>();

const escapeLiteral = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Text of a variable: `${*}`, `${?}` and `${$}` stand for themselves, others for the request's single value. */
function readVariable(name: string, context: RequestContext): string | undefined {
  if (name === '*' || name === '?' || name === '$') return name;
  const values = context[name.toLowerCase()];
  return values?.length === 1 ? values[0] : undefined;
}

/** The pattern as a regular expression, variables taken literally; undefined when one has no value. */
function toExpression(pattern: string, context: RequestContext, wildcards: boolean): string | undefined {
  let expression = '';
  for (const part of pattern.split(/(\$\{[^}]*\}|[*?])/)) {
    const variable = /^\$\{(.*)\}$/.exec(part)?.[1];
    const text = variable === undefined ? part : readVariable(variable, context);
    if (text === undefined) return undefined;
    const isWildcard = wildcards && variable === undefined && (part === '*' || part === '?');
    expression += isWildcard ? (part === '*' ? '[\\s\\S]*' : '[\\s\\S]') : escapeLiteral(text);
  }
  return expression;
}

function matches(expression: string | undefined, value: string): boolean {
  if (expression === undefined) return false;
  let regex = compiled.get(expression);
  if (regex === undefined) {
    if (compiled.size > 5_000) compiled.clear();
    regex = new RegExp(`^${expression}$`);
    compiled.set(expression, regex);
  }
  return regex.test(value);
}

/**
 * Matches an IAM pattern: `*`, `?`, policy variables such as `${aws:PrincipalTag/city}`. A pattern with a variable
 * that the request does not carry matches nothing.
 */
export function matchesPattern(pattern: string, value: string, context: RequestContext): boolean {
  return matches(toExpression(pattern, context, true), value);
}

/** `value` equals `expected` after policy variables are replaced; wildcards are plain characters here. */
export function equalsWithVariables(expected: string, value: string, context: RequestContext): boolean {
  return matches(toExpression(expected, context, false), value);
}
