const maxDepth = 32;

/** Deepest nesting of a JSON text, without building it: strings are dropped, then brackets counted. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]+|\\[\s\S]?)*"?/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '{' || bracket === '[' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const wellFormed = (key: string, value: unknown): unknown => {
  // Copying an object that has it would set the copy's prototype and lose the field without a word.
  if (key === '__proto__') throw new SyntaxError('a field __proto__');
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
    throw new SyntaxError('lone surrogate');
  return value;
};

/**
 * Parses a request body that anybody may have sent.
 * Answers undefined for what is no JSON, nests deeper than 32 levels, holds half a surrogate pair or a field `__proto__`.
 */
export const parseJson = (text: string): { readonly value: unknown } | undefined => {
  if (depthOf(text) > maxDepth) return undefined;
  try {
    return { value: JSON.parse(text, wellFormed) };
  } catch {
    return undefined;
  }
};
