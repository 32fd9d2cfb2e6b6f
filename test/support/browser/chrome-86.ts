import { type Loader, transform } from 'esbuild';

/** Script interfaces that came after Chrome 86, the oldest kernel the console is held to; by the object that has them. */
const laterInterfaces: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  'Uint8Array.prototype.__proto__': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  'Set.prototype': ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  'Element.prototype': ['checkVisibility'],
  'HTMLInputElement.prototype': ['showPicker'],
  'AbortSignal.prototype': ['throwIfAborted'],
  AbortSignal: ['any', 'timeout'],
  Array: ['fromAsync'],
  'Crypto.prototype': ['randomUUID'],
  Intl: ['Segmenter', 'supportedValuesOf'],
  Map: ['groupBy'],
  Object: ['hasOwn', 'groupBy'],
  Promise: ['withResolvers', 'try'],
  Response: ['json'],
  URL: ['canParse', 'parse'],
  globalThis: ['Iterator', 'reportError', 'scheduler', 'structuredClone'],
};

/** A script that takes them away before a page's own scripts run, so that what leans on one fails as it would there. */
export const withoutLaterInterfaces: string = Object.entries(laterInterfaces)
  .flatMap(([owner, names]) => names.map((name) => `delete ${owner}[${JSON.stringify(name)}];`))
  .join('\n');

/** Features of style sheets that came later and can't be told by lowering them. */
const laterStyles: readonly RegExp[] = [
  /:where\(/,
  /:is\(/,
  /:has\(/,
  /@layer\b/,
  /@container\b/,
  /@scope\b/,
  /[{;]\s*(aspect-ratio|accent-color|inset(-[a-z-]+)?|(margin|padding)-(inline|block)|scale|rotate|translate|text-wrap|scrollbar-gutter|field-sizing|container(-type)?)\s*:/,
  /\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqi)\b/,
  /\b(color-mix|oklch|oklab|lab|lch|light-dark)\(/,
  /overflow(-[xy])?\s*:\s*clip/,
];

/** The lines that would be written differently for Chrome 86 than for the newest kernel. */
const linesToLower = async (code: string, loader: Loader): Promise<readonly string[]> => {
  const written = async (target: string) => {
    // Unicode property escapes are older than 86; which scripts they know is a matter of data, not of syntax.
    const supported = { 'regexp-unicode-property-escapes': true };
    return (await transform(code, { loader, target, supported })).code.split('\n');
  };
  const [newest, oldest] = [await written('esnext'), new Set(await written('chrome86'))];
  return newest.filter((line) => !oldest.has(line));
};

/** What Chrome 86 can't read in a script. */
export const laterScript = (code: string): Promise<readonly string[]> => linesToLower(code, 'js');

/** What Chrome 86 can't read in a style sheet. */
export const laterStyle = async (css: string): Promise<readonly string[]> => [
  ...(await linesToLower(css, 'css')),
  ...laterStyles.flatMap((feature) =>
    [...css.matchAll(new RegExp(feature, 'g'))].map(({ index }) =>
      css.slice(Math.max(0, index - 120), index + 80),
    ),
  ),
];

/**
 * Rules of the component library that an older kernel may drop: of variants that nothing here uses, of corners, line
 * breaks and the line between joined buttons; the focus of a select is told by its border too, that of a checkbox or radio by our own style sheet.
 */
const harmless: readonly RegExp[] = [
  /[^{}]*(-borderless|\.ant-switch:only-child|-addon:has\()[^{}]*\{[^{}]*\}/g,
  /[^{}]*(\.ant-select[^{},]*:has\(|\.ant-(checkbox|radio)[^{},]*:has\()[^{}]*\{[^{}]*\}/g,
  /--ant-btn-compact-connect-border-color:[^;}]*/g,
  /text-wrap:\s*balance;?/g,
];

const judged = new Map<string, Promise<readonly string[]>>();

/** What Chrome 86 can't read in the styles that the component library writes into a page; the same ones on most pages. */
export const laterLibraryStyle = async (sheets: readonly string[]): Promise<readonly string[]> => {
  for (const css of sheets)
    if (!judged.has(css))
      judged.set(css, laterStyle(harmless.reduce((text, rule) => text.replace(rule, ''), css)));
  return (await Promise.all(sheets.map((css) => judged.get(css) ?? []))).flat();
};
