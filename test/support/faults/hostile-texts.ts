import type * as z from 'zod/mini';

/** Texts that are refused wherever people write, each as it stands in JSON: some cannot be sent otherwise. */
export const refusedTexts: Readonly<Record<string, string>> = {
  'a bidi override': '\\u202e',
  'a bidi isolate': '\\u2066',
  'a zero-width space': '\\u200b',
  'a zero-width joiner': '\\u200d',
  'a byte order mark': '\\ufeff',
  'a soft hyphen': '\\u00ad',
  'a line separator': '\\u2028',
  'a tag that no font shows': '\\udb40\\udc41',
  NUL: '\\u0000',
  'an escape': '\\u001b',
  'a control of the second row': '\\u0085',
  'half a surrogate pair': '\\ud83c',
  'the other half': '\\udc00',
};

/** Rare characters, emoji, a letter composed and the same decomposed, full-width forms: kept to the last unit. */
export const keptText = '𠮷㐂🏥\u00e9e\u0301Ａ１';

/** A text as it stands in JSON, whatever is no ASCII written in units: a surrogate pair as its two halves. */
export const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export type Place = readonly (string | number)[];

/** Where in a body texts stand; of a list, in its first item. */
export const textPlaces = (value: unknown, path: Place = []): readonly Place[] => {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.length === 0 ? [] : textPlaces(value[0], [...path, 0]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textPlaces(each, [...path, name]));
};

/** What stands at a place of a body. */
export const textAt = (body: unknown, place: Place): string =>
  String(place.reduce((value, part) => (value as Readonly<Record<string | number, unknown>>)[part], body));

/** The body with another text at one place. */
export const withText = (body: unknown, [first, ...rest]: Place, text: string): unknown => {
  if (first === undefined) return text;
  if (Array.isArray(body)) return body.map((each, at) => (at === first ? withText(each, rest, text) : each));
  const known = body as Readonly<Record<string, unknown>>;
  return { ...known, [first]: withText(known[first], rest, text) };
};

/** As long as any word by which a text is found again. */
const wordRoom = '字'.repeat(8);

/** The places of a body at which its contract takes whatever people write. */
export const freePlaces = (schema: z.ZodMiniType | undefined, body: unknown): readonly Place[] =>
  textPlaces(body).filter((place) => {
    const text = `${wordRoom}${keptText}${endingOf(textAt(body, place))}`;
    return schema?.safeParse(withText(body, place, text)).success;
  });

/** `.pdf` of a file's name, by which its kind is known. */
export const endingOf = (text: string): string => /\.[a-z]{3,4}$/.exec(text)?.[0] ?? '';

/** The body with texts, given as they stand in JSON, at some of its places; as JSON. */
export const jsonWith = (body: unknown, texts: readonly (readonly [Place, string])[]): string => {
  const holes = texts.reduce((told, [place], at) => withText(told, place, `#HOLE${at}#`), body);
  return texts.reduce((raw, [, text], at) => raw.replace(`#HOLE${at}#`, () => text), JSON.stringify(holes));
};

const percent = (bytes: readonly number[]) =>
  bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
/** Half a surrogate pair as it would be in UTF-8, which does not know it. */
const halfInBytes = (half: string): string => {
  const unit = half.charCodeAt(0);
  return percent([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
};

/** Likewise as a browser sends a form; halves of surrogate pairs as no browser does. */
export const formWith = (
  fields: Readonly<Record<string, string>>,
  texts: readonly (readonly [Place, string])[],
): string => {
  const changed = texts.map(([place, text]) => [String(place[0]), String(JSON.parse(`"${text}"`))] as const);
  return Object.entries({ ...fields, ...Object.fromEntries(changed) })
    .map(([name, text]) => {
      const units = [...text].map((one) => (one.isWellFormed() ? encodeURIComponent(one) : halfInBytes(one)));
      return `${name}=${units.join('')}`;
    })
    .join('&');
};
