/** Parameters that a stack's template declares, and whether each has a default. */
export interface DeclaredParameters {
  readonly stack: string;
  readonly parameters: Readonly<
    Record<string, { readonly Default?: unknown; readonly AllowedPattern?: string }>
  >;
}

export interface ScopedParameters {
  /** `<stack>:<name>=<value>` for every stack that declares it. */
  readonly scoped: readonly string[];
  /** What no stack would take, or lacks; each in one sentence. */
  readonly problems: readonly string[];
}

/**
 * One value for each name, given to the stacks that ask for it. The CLI itself hands a value without a stack to every
 * stack, and CloudFormation refuses those that do not know it; and nothing there compares what two stacks were told.
 */
export function scopeParameters(
  given: Readonly<Record<string, string>>,
  declared: readonly DeclaredParameters[],
): ScopedParameters {
  const known = new Set(declared.flatMap(({ parameters }) => Object.keys(parameters)));
  const asked = declared.flatMap(({ stack, parameters }) =>
    Object.entries(parameters).map(([name, spec]) => ({ stack, name, value: given[name], ...spec })),
  );
  const missing = asked.filter(({ value, Default }) => value === undefined && Default === undefined);
  const unfit = asked.filter(
    ({ value, AllowedPattern }) =>
      value !== undefined && AllowedPattern !== undefined && !new RegExp(AllowedPattern).test(value),
  );
  const sentences = [
    ...Object.keys(given)
      .filter((name) => !known.has(name))
      .map((name) => `No stack has a parameter ${name}: leave it out or correct its name.`),
    ...missing.map(({ name }) => `${name} is missing: it has no default.`),
    ...unfit.map(({ name, AllowedPattern }) => `${name} does not fit ${AllowedPattern}.`),
  ];
  return {
    scoped: asked.flatMap(({ stack, name, value }) =>
      value === undefined ? [] : [`${stack}:${name}=${value}`],
    ),
    problems: [...new Set(sentences)],
  };
}
