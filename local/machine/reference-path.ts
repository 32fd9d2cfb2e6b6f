/** The part of JSONPath that the machines use: `$`, `$.a.b`, `$.list[0]`, `$['key']`; no wildcard, filter or descent. */
type ReferencePath = readonly (string | number)[];

const segment = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d+)\]|\['([^']+)'\]/gu;
const whole = /^\$(?:\.[\p{L}_][\p{L}\p{N}_-]*|\[\d+\]|\['[^']+'\])*$/u;

export function isReferencePath(text: string): boolean {
  return whole.test(text);
}

/** Throws for anything that `isReferencePath` does not accept. */
function parseReferencePath(text: string): ReferencePath {
  if (!isReferencePath(text)) throw new Error(`不支持的 JSONPath：${text}`);
  return [...text.matchAll(segment)].map(([, name, index, key]) =>
    index === undefined ? (name ?? key ?? '') : Number(index),
  );
}

function child(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
}

/** The value at the path; undefined when nothing is there (JSON itself has no undefined). */
export function readPath(text: string, document: unknown): unknown {
  return parseReferencePath(text).reduce(child, document);
}

/**
 * A copy of the document with the value put at the path, missing objects created on the way.
 * Undefined when the path runs into something that is no object (States.ResultPathMatchFailure).
 */
export function writePath(text: string, document: unknown, value: unknown): unknown {
  return write(parseReferencePath(text), document, value);
}

function write(path: ReferencePath, document: unknown, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') return writeElement(document, step, rest, value);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
  const inner = write(rest, child(document, step) ?? {}, value);
  return inner === undefined ? undefined : { ...document, [step]: inner };
}

function writeElement(document: unknown, index: number, rest: ReferencePath, value: unknown): unknown {
  if (!Array.isArray(document) || index >= document.length) return undefined;
  const inner = write(rest, document[index], value);
  return inner === undefined ? undefined : document.with(index, inner);
}
