import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { CloudApplicationRules } from '../profile.ts';
import { type ApplicationForm, textAt } from './application-form.ts';

/** A material's system name and where it stands. */
export interface NamedMaterial {
  readonly material: string;
  readonly pointer: string;
  readonly name: string;
}

const withoutLineEnd = (name: string): string => name.replace(/[\r\n]+$/, '');

const shown = (character: string | undefined): string => {
  if (character === undefined) return '没有字';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\s/u.test(character) ? `空格（U+${code}）` : `“${character}”（U+${code}）`;
};

/** Where two names part, counted in characters; undefined when they are the same. */
export const placeOfDifference = (a: string, b: string): number | undefined => {
  const [first, second] = [[...withoutLineEnd(a)], [...withoutLineEnd(b)]];
  const at = first.findIndex((character, index) => character !== second[index]);
  if (at >= 0) return at;
  return first.length === second.length ? undefined : first.length;
};

/** Where two names part, in words: counted in characters as people see them in the text, from 1. */
const describeDifference = (first: NamedMaterial, second: NamedMaterial): string => {
  const [a, b] = [[...withoutLineEnd(first.name)], [...withoutLineEnd(second.name)]];
  const place = placeOfDifference(first.name, second.name) ?? a.length;
  return `第${place + 1}个字起不同：${first.material}是${shown(a[place])}，${second.material}是${shown(b[place])}`;
};

/**
 * Every material names the system by exactly the same code points (yc-cloud-15-5); only line ends are left out.
 * Width, case and spaces are never normalised: the difference is shown instead.
 */
export const compareSystemNames = (
  materials: readonly NamedMaterial[],
  clause: string,
): readonly FieldRefusal[] => {
  const named = materials.filter(({ name }) => name.trim() !== '');
  const [first, ...others] = named;
  if (first === undefined) return [];
  return others
    .filter((other) => withoutLineEnd(other.name) !== withoutLineEnd(first.name))
    .map((other) => ({
      pointer: other.pointer,
      code: 'system-name-differs',
      message: `信息系统名称不一致：${first.material}为“${first.name}”，${other.material}为“${other.name}”，${describeDifference(first, other)}。请改为完全一致。`,
      clause,
    }));
};

/** The names in the form's own places. */
export const checkSystemNames = (
  form: ApplicationForm,
  { clause, places }: CloudApplicationRules['systemNames'],
): readonly FieldRefusal[] =>
  compareSystemNames(
    places.map(({ material, pointer }) => ({ material, pointer, name: textAt(form, pointer) })),
    clause,
  );

/** The name that the case goes by; empty while none is given. */
export const systemNameOf = (
  form: ApplicationForm,
  { places: [first] }: CloudApplicationRules['systemNames'],
): string => (first === undefined ? '' : textAt(form, first.pointer));
