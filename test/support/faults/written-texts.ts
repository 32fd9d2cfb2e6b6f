import { randomUUID } from 'node:crypto';
import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import type { Heard } from '../ask.ts';
import type { Act } from './acts.ts';
import type { Action, FaultDesk } from './fault-desk.ts';
import {
  endingOf,
  formWith,
  freePlaces,
  jsonWith,
  keptText,
  type Place,
  textAt,
  textPlaces,
} from './hostile-texts.ts';

const known: Readonly<Record<string, OperationContract>> = contracts;

/** Somebody's request about to be sent, and where texts stand in it. */
export interface Written {
  readonly act: Act;
  readonly action: Action;
  readonly places: readonly Place[];
  /** Of these, where people write what they like. */
  readonly free: readonly Place[];
  /** More than any text of anybody may hold, and less than a request. */
  readonly endless: string;
  /** Sends it with texts, given as they stand in JSON, at some of its places. */
  readonly send: (texts: readonly (readonly [Place, string])[]) => Promise<Heard>;
}

const isForm = ({ sent }: Action): boolean =>
  sent?.headers?.['content-type'] === 'application/x-www-form-urlencoded';

/** Forms have no contract: what of them is kept as it is written. */
const freeFields: Readonly<Record<string, readonly Place[]>> = { 'POST :l:{token}:decide': [['opinion']] };

/** Prepares a story's request anew. @throws when the act has no story */
export const written = async (desk: FaultDesk, act: Act): Promise<Written> => {
  const action = await act.story?.(desk);
  if (!action) throw new Error(`${act.id} has no story`);
  const { body, raw, ...others } = action.sent ?? {};
  const fields = Object.fromEntries(new URLSearchParams(String(raw ?? '')));
  const places = textPlaces(isForm(action) ? fields : body);
  return {
    act,
    action,
    places,
    free: freeFields[act.id] ?? freePlaces(known[act.id]?.body, body),
    endless: '字'.repeat(isForm(action) ? 5_000 : 30_000),
    send: (texts) =>
      desk.send(action.by, act.method, action.path, {
        ...others,
        raw: isForm(action) ? formWith(fields, texts) : jsonWith(body, texts),
        ...(act.keyed && { key: randomUUID() }),
      }),
  };
};

export const nameOf = ({ id }: Act, place: Place): string => `${id} /${place.join('/')}`;

/** A text of its own for each place at which somebody may write what they like, found again wherever it went. */
export interface Mark {
  readonly name: string;
  readonly place: Place;
  readonly word: string;
  readonly text: string;
}

let marks = 0;
/** A word that nobody else writes. */
export const newWord = (): string => {
  marks += 1;
  return `记MK${marks}Z`;
};
/** Such a word, as it stands in an address, too; and what belongs to the people of the marked case. */
const wordPattern = /(?:记|%E8%AE%B0)MK\d+Z|[\w.]+@marked\.example\.cn|1391111900\d/g;
/** The words that a text holds, once each. */
export const wordsIn = (text: string): readonly string[] => [...new Set(text.match(wordPattern))];

export const marksOf = ({ act, action, free }: Written): readonly Mark[] =>
  free.map((place) => {
    const word = newWord();
    const ending = isForm(action) ? '' : endingOf(textAt(action.sent?.body, place));
    return { name: nameOf(act, place), place, word, text: `${word}${keptText}${ending}` };
  });
