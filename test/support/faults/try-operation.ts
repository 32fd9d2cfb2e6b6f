import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CallFault } from '#local/faults/call-faults.ts';
import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import type { OperationRoute } from '#shared/contracts/operations.ts';
import type { Heard, Sent } from '../ask.ts';
import type { Action, FaultDesk, Story } from './fault-desk.ts';

/** What an operation does when nothing goes wrong. */
export interface Undisturbed {
  /** Its function's calls to AWS services, in order. */
  readonly calls: readonly string[];
  readonly left: unknown;
}

const mostTries = 8;
export const functionOf = ({ context }: Pick<OperationRoute, 'context'>) => `yunwangtong-${context}`;
const contractOf = ({ id }: OperationRoute): OperationContract =>
  (contracts as Readonly<Record<string, OperationContract>>)[id] ?? contracts.getMe;

const setFaults = (desk: FaultDesk, calls?: readonly CallFault[]) =>
  desk.running.control('faults', calls === undefined ? {} : { calls }) as Promise<{
    called: Readonly<Record<string, readonly string[]>>;
  }>;
const calledBy = async (desk: FaultDesk, route: OperationRoute): Promise<readonly string[]> => {
  const told = await fetch(`${desk.system.baseUrl}/_local/faults`);
  const { called } = (await told.json()) as { called: Record<string, readonly string[]> };
  return called[functionOf(route)] ?? [];
};

/** The same request again and again until there is an answer that is no fault of the server. */
const insist = async (desk: FaultDesk, route: OperationRoute, { by, path }: Action, sent: Sent) => {
  const answers: (Heard | undefined)[] = [];
  for (let tries = 0; tries < mostTries; tries += 1) {
    const heard = await desk.send(by, route.method, path, sent).catch(() => undefined);
    answers.push(heard);
    if (heard && heard.status < 500) break;
  }
  return answers;
};

const sentOf = (route: OperationRoute, action: Action): Sent => ({
  ...action.sent,
  ...(contractOf(route).keyed && { key: randomUUID() }),
});

/** Plays an operation's story with nothing wrong, the second time when everything that is cached is. */
export const playUndisturbed = async (
  desk: FaultDesk,
  route: OperationRoute,
  story: Story,
): Promise<Undisturbed> => {
  for (let warm = 0; ; warm += 1) {
    const action = await story(desk);
    await setFaults(desk, []);
    const heard = await desk.send(action.by, route.method, action.path, sentOf(route, action));
    const calls = await calledBy(desk, route);
    await setFaults(desk);
    const { status } = contractOf(route);
    if (heard.status !== status) throw new Error(`${route.id} answered ${heard.status} ${heard.text}`);
    const left = await action.left?.();
    if (warm > 0) return { calls, left };
  }
};

/** What is wrong with how an operation bore a fault, a line each. */
export const tryOperation = async (
  desk: FaultDesk,
  route: OperationRoute,
  story: Story,
  { left: wanted }: Undisturbed,
  fault: CallFault,
): Promise<{ wrong: string[]; hit: boolean }> => {
  const { keyed, matched, status } = contractOf(route);
  const action = await story(desk);
  const sent = sentOf(route, action);
  await setFaults(desk, [fault]);
  const answers = await insist(desk, route, action, sent);
  const hit = (await calledBy(desk, route)).length >= fault.at;
  await setFaults(desk);
  const wrong: string[] = [];
  const last = answers.at(-1);
  const isAlone = fault.times === 1 && fault.trouble !== 'endThread';
  if (isAlone && answers.length > 1)
    wrong.push(`one ${fault.trouble} call was enough for ${answers[0]?.status} ${answers[0]?.text}`);
  // Without a key, whoever sends again over what they changed themselves is told that it has moved.
  const isMoved = matched && !keyed && answers.length > 1 && last?.status === 409;
  if (last?.status !== status && !isMoved) wrong.push(`ended with ${last?.status} ${last?.text}`);
  const again = await desk.send(action.by, route.method, action.path, sent);
  if (again.status >= 500) wrong.push(`repeated: ${again.status} ${again.text}`);
  if (keyed && again.status !== last?.status)
    wrong.push(`repeated with its key: ${again.status} ${again.text}, at first ${last?.status}`);
  if (keyed && route.id !== 'reserveAttachment' && again.text !== last?.text)
    wrong.push(`repeated with its key another answer: ${again.text}, at first ${last?.text}`);
  const left = await action.left?.();
  if (!isDeepStrictEqual(left, wanted))
    wrong.push(`left ${JSON.stringify(left)} and not ${JSON.stringify(wanted)}`);
  return { wrong, hit };
};
