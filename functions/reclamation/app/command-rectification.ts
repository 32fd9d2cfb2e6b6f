import { type ReadFile, readSmallFile } from '#functions/cases/app/files/read-small-file.ts';
import { type Door, passDoor } from '#shared/aggregate/pass-door.ts';
import type { RectificationActBody, RectificationAnswer } from '#shared/contracts/rectification.ts';
import { actingPerson } from '#shared/kernel/acting-person.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { decideDisposal, propose } from '../domain/act-on-disposal.ts';
import { judge, warn } from '../domain/act-on-rectification.ts';
import { admitAct, partyOf } from '../domain/admit-rectification.ts';
import type { RectificationEvent } from '../domain/rectification-events.ts';
import { type Rectification, rectificationStatus } from '../domain/rectification-state.ts';
import { maySeeRectification } from '../domain/who-may-rectify.ts';
import { unknownProcess } from './find-process.ts';
import type { RectificationRef, RectificationServices } from './ports.ts';
import { rectificationProcess } from './rectification-rules.ts';
import { rulesOf } from './rules-of.ts';
import { todayFor } from './today-for.ts';

type Answer = Promise<Result<RectificationAnswer, Refusal>>;

/** The door of a rectification for people; `file` is kept with what is said. */
export const rectificationDoor = (
  { rectifications, rectificationsWith, newSalt }: RectificationServices,
  file: ReadFile | undefined,
): Door<RectificationRef, Rectification, RectificationEvent, RectificationAnswer> => ({
  rules: rectificationProcess,
  store: file ? rectificationsWith(file.content) : rectifications,
  unknown: unknownProcess,
  moved: ({ systemName }) => ({
    code: 'reclamation-moved',
    detail: `在您查看之后，“${systemName}”的整改有了新进展，请刷新后再办。`,
  }),
  answer: (state, version) => ({
    rectificationId: state.rectificationId,
    version,
    status: rectificationStatus(state),
  }),
  newSalt,
});

const decide = (
  actor: Actor,
  state: Rectification,
  body: RectificationActBody,
  today: { readonly date: string; readonly calendar: WorkingCalendar },
  file: ReadFile | undefined,
): Result<readonly RectificationEvent[], Refusal> => {
  const rules = rulesOf(state);
  const admitted = admitAct(state, body.kind, { actor, rules, today: today.date });
  if (!admitted.ok) return admitted;
  const by = actingPerson(actor);
  const { text } = body;
  switch (body.kind) {
    case 'warn':
      return warn(by, text, body.dueOn, { rules, today: today.date, calendar: today.calendar });
    case 'dismiss':
      return accept([{ type: 'FindingDismissed', by, text }]);
    case 'state':
      return accept([
        { type: 'StatementFiled', kind: body.of, by, text, ...(file ? { file: file.facts } : {}) },
      ]);
    case 'judge':
      return judge(state, by, body.verdict, text, body.dueOn, today.date);
    case 'propose':
      return propose(state, by, body.measure, text, rules);
    case 'review':
      return accept([{ type: 'PlanReviewed', by, party: partyOf(actor, state), agrees: body.agrees, text }]);
    case 'decide':
      return decideDisposal(state, by, body.approved, text, rules);
  }
};

/** 办理一件整改: each act by whoever it belongs to, in the states that offer it. */
export const actOnRectification = async (
  services: RectificationServices,
  asked: Asked,
  rectificationId: string,
  expectedVersion: number,
  body: RectificationActBody,
): Answer => {
  const { actor } = asked;
  const tenant = reachedTenant(actor, rectificationId);
  if (!tenant) return refuse(unknownProcess);
  const file = readSmallFile(body.kind === 'state' ? body.file : undefined, '/file/content');
  if (!file.ok) return file;
  recordCrossTenant(actor, { tenant, caseId: rectificationId }, 'actOnRectification');
  const { calendar, now } = await todayFor(services, tenant);
  return passDoor(rectificationDoor(services, file.value), {
    ref: { tenant, rectificationId },
    asked,
    expectedVersion,
    at: now.toISOString(),
    maySee: (state) => maySeeRectification(actor, state),
    decide: async ({ state }) =>
      decide(actor, state, body, { date: shanghaiDateOf(now), calendar }, file.value),
  });
};
