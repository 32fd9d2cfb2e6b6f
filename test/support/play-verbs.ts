import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { awaitTask } from '#examples/play-application.ts';
import type { CommandAnswer } from '#shared/contracts/case-commands.ts';
import type { JournalEntryView } from '#shared/contracts/case-journal.ts';
import { ask, type Heard } from './ask.ts';
import { approvalOf, decideAs } from './decide-at-once.ts';
import { submitted } from './file-application.ts';
import { createInspector } from './inspect-case.ts';
import type { Member, VerbDesk } from './verb-desk.ts';

/** A verb on a case under a key of its own, at the version that the person sees now. */
export const act = async (
  system: EmbeddedSystem,
  member: Member,
  caseId: string,
  suffix: string,
  body: object = {},
  given: { readonly key?: string; readonly version?: number } = {},
): Promise<Heard> =>
  ask(system, member, 'POST', `/v1/cases/${caseId}/${suffix}`, {
    body,
    ifMatch: given.version ?? (await member.client.view(caseId)).version,
    key: given.key ?? randomUUID(),
  });

/** A case in the county's first review, and the task that waits there. */
export const underReview = async ({ cast }: VerbDesk): Promise<{ caseId: string; taskId: string }> => {
  const caseId = await submitted(cast);
  const { taskId } = await awaitTask(cast.reviewer, caseId);
  return { caseId, taskId };
};

/** Whether a person finds the case among their open tasks. */
export const finds = async ({ client }: Member, caseId: string): Promise<boolean> =>
  (await client.tasks('?limit=100')).items.some((item) => item.case.caseId === caseId);

/** What the people were told of a case, by the kind of message. */
export const toldOf = async (system: EmbeddedSystem, member: Member, caseId: string): Promise<string[]> => {
  const heard = await ask(system, member, 'GET', '/v1/messages?limit=100');
  return (heard.body as { items: { caseId?: string; event: string }[] }).items
    .filter((message) => message.caseId === caseId)
    .map(({ event }) => event);
};

/** A command's answer, which must be a success. */
export const done = (heard: Heard): CommandAnswer => {
  expect(heard.status, heard.text).toBe(200);
  return heard.body as CommandAnswer;
};

/** The open task that a person holds, at the version that they see. */
export const taskOf = async ({ client }: Member, caseId: string) => {
  const { version, tasks } = await client.view(caseId);
  const task = tasks.find(({ state, verbs }) => state === 'open' && verbs.length > 0);
  return { caseId, taskId: task?.taskId ?? 'none', version };
};

/** What people do at a desk's cases, and what became of it. */
export const playVerbs = (system: EmbeddedSystem, { cast }: Pick<VerbDesk, 'cast'>) => {
  const viewed = (caseId: string) => cast.clerk.view(caseId);
  const decide = async (member: Member, caseId: string, body: object) =>
    decideAs(system, member, await taskOf(member, caseId), body);
  return {
    viewed,
    decide,
    openIn: async (caseId: string) => (await viewed(caseId)).tasks.filter(({ state }) => state === 'open'),
    agree: (member: Member, caseId: string) => decide(member, caseId, { verb: 'approve', opinion: '同意。' }),
    assess: async (member: Member, caseId: string) =>
      decide(member, caseId, (await approvalOf(member.client, caseId)).body),

    /** The journal's last sentence, after its chain was found intact. */
    lastEntry: async (caseId: string): Promise<JournalEntryView> => {
      const path = `/v1/cases/${caseId}/journal`;
      const verified = await cast.clerk.call<{ intact: boolean; entries: number }>(
        'GET',
        `${path}/verification`,
      );
      expect(verified.body.intact).toBe(true);
      const page = await cast.clerk.call<{ items: JournalEntryView[] }>('GET', `${path}?limit=100`);
      const last = page.body.items[verified.body.entries - 1];
      if (!last) throw new Error('the journal is empty');
      return last;
    },

    /** States that the case's machine has entered. */
    entered: async (caseId: string): Promise<readonly string[]> => {
      const inspector = createInspector(() => system);
      const [execution] = await inspector.executions(caseId);
      inspector.close();
      return execution?.entered ?? [];
    },
  };
};
