import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '#shared/contracts/case-commands.ts';
import type { Problem } from '#shared/contracts/common.ts';
import { type Client, type Reply, UnexpectedProblem } from '../client.ts';

/** What was answered; a problem is thrown. */
export const must = async <Body>(answer: Promise<Reply<unknown>>): Promise<Body> => {
  const { status, body } = await answer;
  if (status >= 400) throw new UnexpectedProblem(body as Problem);
  return body as Body;
};

export const read = async <Body>(person: Client, path: string): Promise<Body | undefined> => {
  const { status, body } = await person.call<Body>('GET', path);
  return status === 200 ? body : undefined;
};

export const post = <Body = CommandAnswer>(person: Client, path: string, body: object, ifMatch?: number) =>
  must<Body>(
    person.call('POST', path, { body, key: randomUUID(), ...(ifMatch === undefined ? {} : { ifMatch }) }),
  );

/** A command on what the person sees now. */
export const act = async (person: Client, thing: string, what: string, body: object): Promise<void> => {
  const { version } = await must<{ version: number }>(person.call('GET', thing));
  await post(person, `${thing}/${what}`, body, version);
};
