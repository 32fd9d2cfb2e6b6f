const maxDepth = 32;

/** Deepest nesting of a JSON text, without building it: strings are dropped, then brackets counted. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"/gs, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '{' || bracket === '[' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const wellFormed = (key: string, value: unknown): unknown => {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
    throw new SyntaxError('lone surrogate');
  return value;
};

/**
 * Parses a request body that anybody may have sent.
 * Answers undefined for what is no JSON, nests deeper than 32 levels or holds half a surrogate pair.
 */
export const parseJson = (text: string): { readonly value: unknown } | undefined => {
  if (depthOf(text) > maxDepth) return undefined;
  try {
    return { value: JSON.parse(text, wellFormed) };
  } catch {
    return undefined;
  }
};
