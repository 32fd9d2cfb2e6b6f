import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Heard } from '#test/support/ask.ts';
import { readProblem } from '#test/support/expect-problem.ts';
import { type Act, acts } from '#test/support/faults/acts.ts';
import { drawn } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import type { Action } from '#test/support/faults/fault-desk.ts';
import { chosenByEnvironment, spreadOver } from '#test/support/faults/fault-points.ts';
import { keptText, refusedTexts, textPlaces, withText } from '#test/support/faults/hostile-texts.ts';
import { inspectTable } from '#test/support/inspect-table.ts';

const choice = spreadOver(chosenByEnvironment(1));
/** Every operation that takes a JSON body with texts in it. */
const talkative = acts.filter(({ id, method }) => /^[a-z]/.test(id) && ['POST', 'PUT'].includes(method));
const mark = 'HOSTILETEXT';

const file = deskOfFile();

/** Sends a story's request with a text, given as it stands in JSON, at one of its places. */
const sendWith = (
  act: Act,
  { by, path, sent }: Action,
  place: readonly (string | number)[],
  escaped: string,
): Promise<Heard> => {
  const { body, ...others } = sent ?? {};
  const raw = JSON.stringify(withText(body, place, mark)).replace(mark, escaped);
  return file.desk.send(by, act.method, path, {
    ...others,
    raw,
    ...(act.keyed && { key: randomUUID() }),
  });
};

const prepared = async (act: Act): Promise<Action> => {
  const action = await act.story?.(file.desk);
  if (!action) throw new Error(`${act.id} has no story`);
  return action;
};

describe(`in every text of every operation, FAULT_SEED=${choice.seed}`, () => {
  it.each(drawn(choice, talkative, ({ id }) => id).map((act) => [act.id, act] as const))(
    '%s refuses what nobody sees, and keeps to the last unit what it takes',
    async (id, act) => {
      let action = await prepared(act);
      const accepted: string[] = [];
      for (const [at, place] of textPlaces(action.sent?.body).entries()) {
        for (const [name, text] of Object.entries(refusedTexts)) {
          const heard = await sendWith(act, action, place, `系统${text}平台`);
          const where = `${id} /${place.join('/')} with ${name}: ${heard.status} ${heard.text}`;
          expect(heard.status, where).toBeGreaterThanOrEqual(400);
          expect(heard.status, where).toBeLessThan(500);
          readProblem(heard);
        }
        const text = `文${at}${keptText}`;
        const heard = await sendWith(act, action, place, text);
        expect(heard.status, `${id} /${place.join('/')}: ${heard.text}`).toBeLessThan(500);
        if (heard.status >= 300) readProblem(heard);
        else {
          accepted.push(text);
          action = await prepared(act);
        }
      }
      const kept = await inspectTable(file.desk.system).whole();
      for (const text of accepted) {
        const begun = kept.split(text.slice(0, -keptText.length) + keptText.slice(0, 2)).length - 1;
        const whole = kept.split(JSON.stringify(text).slice(1, -1)).length - 1;
        expect(whole, `${id}: ${text} was kept ${begun} times`).toBe(begun);
      }
    },
  );
});
