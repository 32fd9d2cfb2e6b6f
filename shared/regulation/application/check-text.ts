import type { FieldRefusal } from '#shared/kernel/refusal.ts';

/** Direction marks, zero-width and other invisible characters, broken surrogates, line and paragraph separators. */
const invisible = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const control = /\p{Cc}/u;
const controlInParagraphs = /[^\P{Cc}\t\n\r]/u;

const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text that would read differently from what is stored is refused, with the place of the first such character. */
export const checkText = (
  text: string,
  field: {
    readonly pointer: string;
    readonly label: string;
    readonly maxLength: number;
    readonly lines: boolean;
  },
): FieldRefusal | undefined => {
  const { pointer, label, maxLength, lines } = field;
  const characters = [...text];
  const at = characters.findIndex(
    (character) => invisible.test(character) || (lines ? controlInParagraphs : control).test(character),
  );
  const found = characters[at];
  if (found !== undefined)
    return {
      pointer,
      code: 'text-invisible-character',
      message: `“${label}”第${at + 1}个字是不可见字符（${codeName(found)}），请删除后重新输入。`,
    };
  if (characters.length <= maxLength) return undefined;
  return {
    pointer,
    code: 'text-too-long',
    message: `“${label}”不能超过${maxLength}字，现有${characters.length}字，请删减。`,
  };
};
