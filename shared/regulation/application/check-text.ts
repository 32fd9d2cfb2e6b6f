import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { describeUnseen } from '#shared/kernel/unseen-character.ts';

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
  const unseen = describeUnseen(text, lines);
  if (unseen !== undefined)
    return {
      pointer,
      code: 'text-invisible-character',
      message: `“${label}”${unseen}，请删除后重新输入。`,
    };
  const characters = [...text];
  if (characters.length <= maxLength) return undefined;
  return {
    pointer,
    code: 'text-too-long',
    message: `“${label}”不能超过${maxLength}字，现有${characters.length}字，请删减。`,
  };
};
