import { expect } from 'vitest';
import { UnexpectedProblem } from '#examples/client.ts';
import { type Problem, problem } from '#shared/contracts/common.ts';
import type { Heard } from './ask.ts';

const chinese = /\p{Script=Han}/u;

/** Asserts that an answer is a complete problem: media type, code, Chinese title, traceId, status as sent. */
export const readProblem = (heard: Heard): Problem => {
  expect(heard.headers.get('content-type'), heard.text).toMatch(/^application\/problem\+json/);
  const told = problem.parse(heard.body);
  expect(told.status).toBe(heard.status);
  expect(told.title).toMatch(chinese);
  expect(told.type).toBe(`urn:yunwangtong:problem:${told.code}`);
  expect(told.traceId).not.toBe('');
  for (const { message } of told.errors ?? []) expect(message).toMatch(chinese);
  return told;
};

/** Asserts the problem's status and code, and gives it for more to be asked of it. */
export const expectProblem = (heard: Heard, status: number, code: string): Problem => {
  const told = readProblem(heard);
  expect({ status: heard.status, code: told.code }, heard.text).toEqual({ status, code });
  return told;
};

/** The problem that a client's call must end in. */
export const problemFrom = async (call: Promise<unknown>): Promise<Problem> => {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => error,
  );
  if (outcome instanceof UnexpectedProblem) return outcome.problem;
  throw outcome instanceof Error ? outcome : new Error(`answered ${JSON.stringify(outcome)}`);
};
