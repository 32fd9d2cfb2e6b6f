/** Texts that are refused wherever people write, each as it stands in JSON: some cannot be sent otherwise. */
export const refusedTexts: Readonly<Record<string, string>> = {
  'a bidi override': '\\u202e',
  'a bidi isolate': '\\u2066',
  'a zero-width space': '\\u200b',
  'a zero-width joiner': '\\u200d',
  'a byte order mark': '\\ufeff',
  NUL: '\\u0000',
  'an escape': '\\u001b',
  'half a surrogate pair': '\\ud83c',
  'the other half': '\\udc00',
};

/** Rare characters, emoji, a letter composed and the same decomposed, full-width forms: kept to the last unit. */
export const keptText = '𠮷㐂🏥\u00e9e\u0301ＡＢＣ１２３';

type Path = readonly (string | number)[];

/** Where in a body texts stand; of a list, in its first item. */
export const textPlaces = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.length === 0 ? [] : textPlaces(value[0], [...path, 0]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textPlaces(each, [...path, name]));
};

/** The body with another text at one place. */
export const withText = (body: unknown, [first, ...rest]: Path, text: string): unknown => {
  if (first === undefined) return text;
  if (Array.isArray(body)) return body.map((each, at) => (at === first ? withText(each, rest, text) : each));
  const known = body as Readonly<Record<string, unknown>>;
  return { ...known, [first]: withText(known[first], rest, text) };
};
