import { isDeepStrictEqual } from 'node:util';
import { type Client, type Send, UnexpectedProblem } from '#examples/client.ts';
import { clientOf, type EmbeddedSystem } from '#examples/embedded-system.ts';

const patienceMs = 90_000;
const pauseMs = 100;

/**
 * Sends a request as somebody who wants it done: the same again, with its Idempotency-Key, while there is no answer
 * or a failure of the server. @param troubles takes what the server failed with, other than not being there
 */
export const persistently =
  (troubles: string[] = []): Send =>
  async (url, request) => {
    const until = Date.now() + patienceMs;
    for (;;) {
      const answer = await fetch(url, request)
        .then(
          async (response) => new Response(response.status === 204 ? null : await response.text(), response),
        )
        .catch((failure: unknown) => {
          if (Date.now() > until) throw failure;
          return undefined;
        });
      if (answer && (answer.status < 500 || Date.now() > until)) return answer;
      if (answer && answer.status !== 503)
        troubles.push(`${request.method} ${new URL(url).pathname} failed: ${await answer.text()}`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };

/** Saves over what is there now, unless that is what was to be saved: an earlier try whose answer was lost. */
const saveAgain = async (
  person: Client,
  caseId: string,
  section: string,
  content: unknown,
): Promise<{ version: number }> => {
  const now = (await person.view(caseId)).sections.find((each) => each.section === section);
  if (now && isDeepStrictEqual(now.content, content)) return now;
  return person.saveSection(caseId, section, now?.version ?? 0, content);
};

/** A demo person who asks again until there is an answer, and looks again when a section has moved on. */
export const persistentPerson = async (
  system: Pick<EmbeddedSystem, 'baseUrl'>,
  user: string,
  send: Send = persistently(),
): Promise<Client> => {
  const person = await clientOf(system, user, send);
  return {
    ...person,
    saveSection: (caseId, section, version, content) =>
      person.saveSection(caseId, section, version, content).catch((failure: unknown) => {
        if (!(failure instanceof UnexpectedProblem) || failure.problem.code !== 'section-moved')
          throw failure;
        return saveAgain(person, caseId, section, content);
      }),
  };
};
