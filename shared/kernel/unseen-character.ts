/** Direction marks, zero-width and other invisible characters, broken surrogates, line and paragraph separators. */
const invisible = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const control = /\p{Cc}/u;
const controlInParagraphs = /[^\P{Cc}\t\n\r]/u;

const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The first character for which a text reads differently from what is stored, in words: `第3个字是不可见字符（U+200B）`.
 * Tabs and line ends are seen only where a text may have several `lines`.
 */
export const describeUnseen = (text: string, lines: boolean): string | undefined => {
  const characters = [...text];
  const at = characters.findIndex(
    (character) => invisible.test(character) || (lines ? controlInParagraphs : control).test(character),
  );
  const found = characters[at];
  return found && `第${at + 1}个字是不可见字符（${codeName(found)}）`;
};
