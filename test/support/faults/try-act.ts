import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CallFault } from '#local/faults/call-faults.ts';
import type { Heard, Sent } from '../ask.ts';
import type { Act } from './acts.ts';
import type { Action, FaultDesk } from './fault-desk.ts';

/** What an operation does when nothing goes wrong. */
export interface Undisturbed {
  /** Its function's calls to AWS services, in order. */
  readonly calls: readonly string[];
  readonly left: unknown;
}

const mostTries = 8;

const setFaults = (desk: FaultDesk, calls?: readonly CallFault[]) =>
  desk.running.control('faults', calls === undefined ? {} : { calls }) as Promise<{
    called: Readonly<Record<string, readonly string[]>>;
  }>;
const calledBy = async (desk: FaultDesk, act: Act): Promise<readonly string[]> => {
  const told = await fetch(`${desk.system.baseUrl}/_local/faults`);
  const { called } = (await told.json()) as { called: Record<string, readonly string[]> };
  return called[act.functionName] ?? [];
};

/** The same request again and again until there is an answer that is no fault of the server. */
const insist = async (desk: FaultDesk, act: Act, { by, path }: Action, sent: Sent) => {
  const answers: (Heard | undefined)[] = [];
  for (let tries = 0; tries < mostTries; tries += 1) {
    const heard = await desk.send(by, act.method, path, sent).catch(() => undefined);
    answers.push(heard);
    if (heard && heard.status < 500) break;
  }
  return answers;
};

const prepared = (desk: FaultDesk, { id, story }: Act): Promise<Action> => {
  if (!story) throw new Error(`${id} has no story`);
  return story(desk);
};

const sentOf = (act: Act, action: Action): Sent => ({
  ...action.sent,
  ...(act.keyed && { key: randomUUID() }),
});

/** An answer without what is made anew for whoever asks: passes to files and until when they count, a request's number. */
const withoutPasses = (text: string): string =>
  text.replace(/\?X-Amz-[^"\s]+/g, '').replace(/"(traceId|expiresAt)":"[^"]*"/g, '');

/** Plays an operation's story with nothing wrong, the second time when everything that is cached is. */
export const playUndisturbed = async (desk: FaultDesk, act: Act): Promise<Undisturbed> => {
  for (let warm = 0; ; warm += 1) {
    const action = await prepared(desk, act);
    await setFaults(desk, []);
    const heard = await desk.send(action.by, act.method, action.path, sentOf(act, action));
    const calls = await calledBy(desk, act);
    await setFaults(desk);
    if (heard.status !== act.status) throw new Error(`${act.id} answered ${heard.status} ${heard.text}`);
    const left = await action.left?.();
    if (warm > 0) return { calls, left };
  }
};

/** What is wrong with the answers while the fault lasted, and with the one to the same request afterwards. */
const judgeAnswers = (
  act: Act,
  fault: CallFault,
  answers: readonly (Heard | undefined)[],
  again: Heard,
): string[] => {
  const wrong: string[] = [];
  const last = answers.at(-1);
  const isAlone = fault.times === 1 && fault.trouble !== 'endThread';
  if (isAlone && answers.length > 1)
    wrong.push(`one ${fault.trouble} call was enough for ${answers[0]?.status} ${answers[0]?.text}`);
  const isMissed = answers.length > 1 && last?.status === act.orStatus;
  if (last?.status !== act.status && !isMissed) wrong.push(`ended with ${last?.status} ${last?.text}`);
  if (again.status >= 500) wrong.push(`repeated: ${again.status} ${again.text}`);
  if (act.keyed && again.status !== last?.status)
    wrong.push(`repeated with its key: ${again.status} ${again.text}, at first ${last?.status}`);
  if (act.keyed && act.id !== 'reserveAttachment' && again.text !== last?.text)
    wrong.push(`repeated with its key another answer: ${again.text}, at first ${last?.text}`);
  return wrong;
};

const looks = 3;

/** What is wrong with how an operation bore a fault, a line each. */
export const tryAct = async (
  desk: FaultDesk,
  act: Act,
  undisturbed: Undisturbed,
  fault: CallFault,
  look = 1,
): Promise<{ wrong: string[]; hit: boolean }> => {
  const action = await prepared(desk, act);
  const sent = sentOf(act, action);
  const ask = () => desk.send(action.by, act.method, action.path, sent);
  // Whatever leaves nothing is judged by its answer: what the same request says with nothing wrong, before and after.
  const before = action.left ? undefined : await ask();
  await setFaults(desk, [fault]);
  const answers = await insist(desk, act, action, sent);
  const hit = (await calledBy(desk, act)).length >= fault.at;
  await setFaults(desk);
  const again = await ask();
  const wrong = judgeAnswers(act, fault, answers, again);
  if (before) {
    const [told, ...calm] = [answers.at(-1), before, again].map((heard) => withoutPasses(heard?.text ?? ''));
    // What others have done meanwhile shows in the calm answers, too.
    if (calm[0] !== calm[1] && look < looks) return tryAct(desk, act, undisturbed, fault, look + 1);
    if (calm.some((text) => text !== told)) wrong.push(`answered ${told} and not ${calm.join(' or ')}`);
  }
  const left = await action.left?.();
  if (!isDeepStrictEqual(left, undisturbed.left))
    wrong.push(`left ${JSON.stringify(left)} and not ${JSON.stringify(undisturbed.left)}`);
  return { wrong, hit };
};
