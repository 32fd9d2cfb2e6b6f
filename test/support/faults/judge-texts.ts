import type { Problem } from '#shared/contracts/common.ts';
import type { Heard } from '../ask.ts';
import { readProblem } from '../expect-problem.ts';
import type { Place } from './hostile-texts.ts';
import { refusedOtherwise } from './text-exceptions.ts';
import { nameOf, type Written, wordsIn } from './written-texts.ts';

const isHalf = (name: string): boolean => /half/.test(name);

/** A form with half a surrogate pair is none; what it would have said is not known, its secret neither. */
const isPageTold = ({ status }: Heard, name: string, wanted: number | undefined): boolean =>
  status === (isHalf(name) ? 404 : wanted);

interface WantedProblem {
  readonly status: number;
  readonly code?: string;
  readonly pointer?: string;
}
const isThat = ({ status, code, errors }: Problem, wanted: WantedProblem): boolean =>
  status === wanted.status &&
  code === wanted.code &&
  (wanted.pointer === undefined || errors?.some(({ pointer }) => pointer === wanted.pointer) === true);

const isProblemTold = (
  heard: Heard,
  place: Place,
  name: string,
  other: WantedProblem | undefined,
): boolean => {
  const told = readProblem(heard);
  if (isHalf(name)) return isThat(told, { status: 400, code: 'request-malformed' });
  const byContract = { status: 400, code: 'request-invalid', pointer: `/${place.join('/')}` };
  return isThat(told, byContract) || (other !== undefined && isThat(told, other));
};

/** What is wrong with the refusal of a text at a place, in words; nothing when it is told there and not thrown back. */
export const wrongWith = ({ act }: Written, place: Place, name: string, heard: Heard): readonly string[] => {
  const other = refusedOtherwise[nameOf(act, place)];
  const isPage = heard.headers.get('content-type')?.startsWith('text/html') === true;
  const isTold = isPage ? isPageTold(heard, name, other?.status) : isProblemTold(heard, place, name, other);
  const thrownBack = other?.givesBack ? [] : wordsIn(heard.text);
  return [
    ...(isTold ? [] : [`${heard.status} ${heard.text}`]),
    ...thrownBack.map((word) => `throws ${word} back`),
  ];
};
