import { type ReadFile, readSmallFile } from '#functions/cases/app/files/read-small-file.ts';
import { type Door, passDoor, passDoorAnew } from '#shared/aggregate/pass-door.ts';
import type {
  FindingBody,
  RectificationActBody,
  RectificationAnswer,
} from '#shared/contracts/rectification.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import {
  admitAct,
  decideDisposal,
  dismiss,
  judge,
  propose,
  reviewPlan,
  warn,
} from '../domain/act-on-rectification.ts';
import type { RectificationEvent } from '../domain/rectification-events.ts';
import { type Rectification, rectificationStatus } from '../domain/rectification-state.ts';
import { requirementProblems } from '../domain/requirement.ts';
import { authorityFor, doerOf, isDepartment, looksInto } from '../domain/who-may.ts';
import { mayAct, maySeeRectification, runs } from '../domain/who-may-rectify.ts';
import { recordLook, tenantOf, unknownProcess } from './find-process.ts';
import type { RectificationRef, RectificationServices } from './ports.ts';
import { rectificationProcess } from './rectification-rules.ts';
import { rulesOf, versionInForce } from './rules-of.ts';
import { todayFor } from './today-for.ts';

type Answer = Promise<Result<RectificationAnswer, Refusal>>;

const doorOf = (
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

const notYours: Readonly<Record<RectificationActBody['kind'], string>> = {
  warn: '警告由主管部门审核。',
  dismiss: '警告由主管部门审核。',
  state: '整改说明由使用部门提交。',
  judge: '整改结果由运行管理方复核。',
  propose: '处置意见由运行管理方提出。',
  review: '处置方案由专家和使用单位评审。',
  decide: '处置由主管部门批准。',
};

const decide = (
  actor: Actor,
  state: Rectification,
  body: RectificationActBody,
  today: { readonly date: string; readonly calendar: WorkingCalendar },
  file: ReadFile | undefined,
): Result<readonly RectificationEvent[], Refusal> => {
  const rules = rulesOf(state);
  if (!mayAct(actor, state, body.kind, rules))
    return refuse({ code: 'not-allowed', detail: notYours[body.kind] });
  const admitted = admitAct(state, body.kind);
  if (!admitted.ok) return admitted;
  const by = doerOf(actor);
  const { text } = body;
  switch (body.kind) {
    case 'warn':
      return warn(state, by, text, body.dueOn, { rules, today: today.date, calendar: today.calendar });
    case 'dismiss':
      return dismiss(state, by, text);
    case 'state':
      return accept([
        { type: 'StatementFiled', kind: body.of, by, text, ...(file ? { file: file.facts } : {}) },
      ]);
    case 'judge':
      return judge(state, by, body.verdict, text, body.dueOn, today.date);
    case 'propose':
      return propose(state, by, body.measure, text, rules, today.date);
    case 'review':
      return reviewPlan(state, by, isDepartment(actor, state) ? 'unit' : 'expert', body.agrees, text, rules);
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
  const tenant = tenantOf(actor, rectificationId);
  if (!tenant) return refuse(unknownProcess);
  const file = readSmallFile(body.kind === 'state' ? body.file : undefined, '/file/content');
  if (!file.ok) return file;
  recordLook(actor, tenant, rectificationId, 'actOnRectification');
  const { calendar, now } = await todayFor(services, tenant);
  return passDoor(doorOf(services, file.value), {
    ref: { tenant, rectificationId },
    asked,
    expectedVersion,
    at: now.toISOString(),
    maySee: (state) => maySeeRectification(actor, state),
    decide: async ({ state }) =>
      decide(actor, state, body, { date: shanghaiDateOf(now), calendar }, file.value),
  });
};

const unknownSystem: Refusal = { code: 'not-found', detail: '没有这个信息系统，或您无权查看。' };

/** 登记问题: by the operations body, with its reason and evidence; nobody else is told before the authority's review. */
export const recordFinding = async (
  services: RectificationServices,
  asked: Asked,
  { systemId, kind, reason, evidence, file, requirement }: FindingBody,
): Answer => {
  const { actor } = asked;
  const tenant = tenantOf(actor, systemId);
  const system = tenant && (await services.registry.findSystem({ tenant, systemId }));
  if (!tenant || !system || !looksInto(actor, tenant)) return refuse(unknownSystem);
  const ruleVersion = versionInForce(tenant);
  const rules = rulesOf({ ruleVersion });
  if (!runs(actor, rules)) return refuse({ code: 'not-allowed', detail: '问题由运行管理方登记。' });
  const situation = rules.findings.find(({ id }) => id === kind);
  if (!situation)
    return refuse({
      code: 'reclamation-invalid',
      detail: '填写的内容需要修改，请按提示处理。',
      errors: [{ pointer: '/kind', code: 'unknown-kind', message: '规定没有这种情形，请从列出的情形中选择' }],
    });
  const read = readSmallFile(file, '/file/content');
  if (!read.ok) return read;
  const now = services.clock.now();
  const errors = requirementProblems(requirement, situation, shanghaiDateOf(now));
  if (errors.length > 0)
    return refuse({ code: 'reclamation-invalid', detail: '填写的内容需要修改，请按提示处理。', errors });
  recordLook(actor, tenant, systemId, 'recordFinding');
  const resources = await services.registry.resourcesOf({ tenant, systemId });
  const pools = resources.filter(({ state }) => state === 'inUse').map(({ pool }) => pool.kind);
  const at = now.toISOString();
  const rectificationId = services.newId(tenant, now);
  const { id: _id, mayBeDue: _mayBeDue, ...facts } = situation;
  const rectification: Rectification = {
    tenant,
    rectificationId,
    systemId,
    systemName: system.name,
    organisation: system.organisation,
    ruleVersion,
    authority: authorityFor(pools, tenant, rules),
    finding: { kind, ...facts, reason, evidence, ...(read.value ? { file: read.value.facts } : {}) },
    recorded: { at, by: doerOf(actor) },
    ...(requirement ? { requirement } : {}),
    statements: [],
    judgements: [],
    disposals: [],
  };
  const events = [{ type: 'FindingRecorded', rectification }] as const;
  return passDoorAnew(
    doorOf(services, read.value),
    { tenant, rectificationId },
    asked,
    at,
    events,
    unknownProcess,
  );
};
