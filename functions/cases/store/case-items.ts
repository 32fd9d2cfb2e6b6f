import * as z from 'zod/mini';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { caseKind } from '#shared/regulation/case-rules.ts';
import { changeScale } from '#shared/regulation/kind-spec.ts';
import type { Item } from '#shared/table/read-all.ts';
import type { LoadedCase, StoredEntry } from '../app/ports.ts';
import type { CaseState, StepVisit, Task } from '../domain/case-state.ts';

const tenant = z.pipe(
  z.string().check(z.refine(isTenantId)),
  z.transform((text) => text as TenantId),
);
const stepId = z.enum(['unitConfirmation', 'localReview', 'cityRecheck', 'correction']);
const optional = z.exactOptional;

const actedAs = z.object({
  personId: z.string(),
  membershipId: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: z.string(),
  onBehalfOf: optional(z.object({ membershipId: z.string(), name: z.string() })),
});

const holder = z.object({
  tenant,
  role: z.string(),
  organisation: optional(z.string()),
  membership: optional(z.string()),
});

const planned = z.discriminatedUnion('by', [
  z.object({ by: z.literal('route'), stage: z.string() }),
  z.object({
    by: z.literal('holder'),
    stage: z.string(),
    mode: z.enum(['all', 'any']),
    signers: z.array(holder),
    question: z.string(),
  }),
]);

const flow = z.discriminatedUnion('at', [
  z.object({ at: z.literal('draft') }),
  z.object({ at: z.literal('moving'), to: z.union([stepId, z.literal('complete')]) }),
  z.object({
    at: z.literal('step'),
    step: stepId,
    visit: z.int(),
    stageIndex: z.int(),
    resumeAt: optional(z.int()),
    desk: optional(z.string()),
  }),
  z.object({ at: z.literal('completed') }),
  z.object({ at: z.literal('rejected') }),
  z.object({ at: z.literal('withdrawn') }),
]);

const headerItem = z.object({
  tenant,
  caseId: z.string(),
  number: z.string(),
  kind: caseKind,
  organisation: z.object({ id: z.string(), name: z.string() }),
  systemName: z.string(),
  systemId: optional(z.string()),
  linked: optional(z.object({ caseId: z.string(), as: z.enum(['application', 'exit']) })),
  judged: optional(z.object({ scale: changeScale, at: z.string(), by: actedAs })),
  version: z.int(),
  standsSince: optional(z.int()),
  round: z.int(),
  assessableSince: optional(z.int()),
  ruleVersion: optional(z.string()),
  confirmation: optional(z.object({ by: actedAs, at: z.string(), digest: z.string(), round: z.int() })),
  makers: z.array(z.string()),
  readers: optional(z.array(z.string())),
  acts: optional(z.array(z.object({ id: z.string(), at: z.string(), by: actedAs }))),
  flow,
  completedAt: optional(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  salt: z.string(),
});

const taskItem = z.object({
  taskId: z.string(),
  step: stepId,
  visit: z.int(),
  stage: z.string(),
  stageIndex: z.int(),
  round: z.int(),
  question: optional(z.string()),
  holder,
  openedAt: z.string(),
  targetOn: optional(z.string()),
  targetProvisional: optional(z.boolean()),
  urgedAt: optional(z.string()),
  handedOver: optional(
    z.object({
      by: optional(actedAs),
      at: z.string(),
      reason: z.string(),
      cause: optional(z.enum(['left', 'postEnded'])),
    }),
  ),
  reseated: optional(z.object({ role: z.string(), why: z.enum(['makers', 'left']) })),
  nextReminder: optional(z.object({ day: z.int(), at: z.string() })),
  reminded: optional(z.object({ day: z.int(), headTold: z.boolean() })),
  calendarVersion: optional(z.string()),
  targetMove: optional(
    z.object({
      from: z.string(),
      to: z.string(),
      calendarVersion: z.string(),
      why: z.array(z.string()),
      at: z.string(),
    }),
  ),
  decision: optional(
    z.object({
      outcome: z.enum(['approve', 'return', 'reject', 'resubmit', 'withdraw', 'countersign', 'settled']),
      opinion: optional(z.string()),
      at: z.string(),
      by: actedAs,
      nonEquivalence: optional(z.array(z.object({ purchase: z.int(), reason: z.string() }))),
    }),
  ),
});

const stepItem = z.object({
  visit: z.int(),
  step: stepId,
  openedAt: z.string(),
  closedAt: optional(z.string()),
  outcome: optional(z.enum(['Approved', 'Concluded', 'Returned', 'Rejected', 'Withdrawn'])),
  plan: optional(z.array(planned)),
});

/** Read even when somebody has tampered with it: the chain's verification must be able to name it. */
const entryItem = z.object({
  sk: z.string(),
  content: z.catch(z.looseObject({ seq: z.int(), at: z.string() }), { seq: 0, at: '' }),
  hash: z.catch(z.string(), ''),
});

export const parseTask = (item: Item): Task => taskItem.parse(item);
export const parseEntry = (item: Item): StoredEntry => {
  const { sk, content, hash } = entryItem.parse(item);
  return { position: Number(sk.replace('EV#', '')), entry: { content, hash } as ChainedEntry };
};

/** A header alone, as lists show it; its steps and tasks are not read. */
export const parseHeader = (item: Item): CaseState => {
  const { head: _head, salt: _salt, ...facts } = headerItem.parse(item);
  return { ...facts, steps: [], tasks: [] };
};

const skOf = (item: Item): string => String(item['sk']);

/** Task ids count within a visit. */
const placeOf = ({ taskId }: Task): number => Number(taskId.split('-')[1]);
const byOpening = (a: Task, b: Task): number => a.visit - b.visit || placeOf(a) - placeOf(b);

/** The live aggregate of a case from the `A#` items of its partition. */
export const parseAggregate = (items: readonly Item[]): LoadedCase | undefined => {
  const header = items.find((item) => skOf(item) === 'A#HEADER');
  if (!header) return undefined;
  const { head, salt, ...facts } = headerItem.parse(header);
  const steps: StepVisit[] = items
    .filter((item) => skOf(item).startsWith('A#STEP#'))
    .map((item) => stepItem.parse(item));
  const tasks = items.filter((item) => skOf(item).startsWith('A#TASK#')).map(parseTask);
  return {
    state: { ...facts, steps, tasks: tasks.sort(byOpening) },
    head,
    salt,
  };
};
