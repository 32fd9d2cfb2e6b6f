import { describe, expect, it } from 'vitest';
import { deadDeliveryQueueName, deadNotifyQueueName } from '#infra/names.ts';
import { type Act, acts } from '#test/support/faults/acts.ts';
import { drawn } from '#test/support/faults/campaign.ts';
import { deskOfFile } from '#test/support/faults/desk-of-file.ts';
import { whileConsumersDie } from '#test/support/faults/dying-consumers.ts';
import { chosenByEnvironment, spreadOver } from '#test/support/faults/fault-points.ts';
import { refusedTexts } from '#test/support/faults/hostile-texts.ts';
import { wrongWith } from '#test/support/faults/judge-texts.ts';
import { markedDecision } from '#test/support/faults/marked-case.ts';
import { queuesWithMessages, strayMarks } from '#test/support/faults/search-marks.ts';
import { sendMarked, wrongWithKept } from '#test/support/faults/send-marked.ts';
import { type Mark, nameOf, newWord, type Written, written } from '#test/support/faults/written-texts.ts';
import { inspectTable } from '#test/support/inspect-table.ts';

const choice = spreadOver(chosenByEnvironment(1));
/** Everything that takes a body; in this order a link's page is young when it is decided. */
const talkative = acts.filter(({ method }) => ['POST', 'PUT'].includes(method));
const taken = drawn(choice, talkative, ({ id }) => id);
const played = talkative.filter((act) => taken.includes(act));
const decideTask = acts.find(({ id }) => id === 'decideTask');
const lastLimitMs = 240_000;

const file = deskOfFile();
/** Requests that nothing has moved yet, as whatever was sent of them was refused. */
const unsent: Written[] = [];

describe.runIf(played.length > 0)(`in every text of every act, FAULT_SEED=${choice.seed}`, () => {
  it.each(played.map((act) => [act.id, act] as const))(
    '%s refuses what nobody sees and what has no end, names the place and throws nothing back',
    async (_, act) => {
      const request = await written(file.desk, act);
      if (request.free.length > 0) unsent.push(request);
      const wrong: string[] = [];
      for (const place of request.places)
        for (const [name, text] of Object.entries({ ...refusedTexts, 'no end': request.endless })) {
          const heard = await request.send([[place, `${newWord()}系统${text}平台`]]);
          const complaints = wrongWith(request, place, name, heard);
          wrong.push(...complaints.map((complaint) => `${nameOf(act, place)} with ${name}: ${complaint}`));
        }
      expect(wrong).toEqual([]);
    },
  );

  it(
    'what is taken is kept to the last unit, and is in no log, queue, dead letter or problem though whoever carries it on dies of it',
    async () => {
      const { desk, running } = file;
      const ofMarkedCase: Act = { ...(decideTask as Act), story: markedDecision };
      const requests = [...unsent, await written(desk, ofMarkedCase)];
      const marked: Mark[] = [];
      const wrong: string[] = [];
      await whileConsumersDie(running, async () => {
        for (const request of requests) {
          const outcome = await sendMarked(desk, request);
          marked.push(...outcome.marked);
          wrong.push(...outcome.wrong);
        }
      });
      const dead = queuesWithMessages(running);
      console.log(`${marked.length} texts of ${requests.length} acts, ${dead.length} dead letters`);
      expect(dead).toEqual(expect.arrayContaining([deadDeliveryQueueName, deadNotifyQueueName]));
      const kept = await inspectTable(desk.system).whole();
      expect([...wrong, ...strayMarks(running), ...wrongWithKept(kept, marked)]).toEqual([]);
    },
    lastLimitMs,
  );
});
