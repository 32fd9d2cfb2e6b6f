import type { Heard } from '../ask.ts';
import type { FaultDesk } from './fault-desk.ts';
import { escaped } from './hostile-texts.ts';
import { keptNowhere, saidBack } from './text-exceptions.ts';
import { type Mark, marksOf, type Written, wordsIn, written } from './written-texts.ts';

const sendWith = ({ send }: Written, marked: readonly Mark[]): Promise<Heard> =>
  send(marked.map(({ place, text }) => [place, escaped(text)] as const));

interface Outcome {
  readonly marked: readonly Mark[];
  /** What is wrong, a line each. */
  readonly wrong: readonly string[];
}

/** Sends a request with a mark in each of its free texts; whatever refuses it the second time says none of them. */
export const sendMarked = async (desk: FaultDesk, request: Written, tries = 2): Promise<Outcome> => {
  const marked = marksOf(request);
  const heard = await sendWith(request, marked);
  const { act } = request;
  // Others have moved meanwhile what it is about.
  if (heard.status === 409 && tries > 1) return sendMarked(desk, await written(desk, act), tries - 1);
  const again = await sendWith(request, marked);
  const thrownBack = again.status < 300 || act.id in saidBack ? [] : wordsIn(again.text);
  return {
    marked,
    wrong: [
      ...(heard.status < 300 ? [] : [`${act.id}: ${heard.status} ${heard.text}`]),
      ...thrownBack.map((word) => `${act.id} throws ${word} back: ${again.text}`),
    ],
  };
};

const timesIn = (whole: string, part: string): number => whole.split(part).length - 1;

/** What became of texts in everything that is kept: those that are not there, or not to the last unit. */
export const wrongWithKept = (kept: string, marked: readonly Mark[]): readonly string[] =>
  marked.flatMap(({ name, word, text }) => {
    const [begun, whole] = [timesIn(kept, word), timesIn(kept, text)];
    if (begun !== whole) return [`${name}: ${text} is kept ${begun} times, ${whole} times whole`];
    return begun > 0 || name in keptNowhere ? [] : [`${name}: ${text} is kept nowhere`];
  });
