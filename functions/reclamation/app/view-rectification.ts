import { dueView } from '#functions/provisioning/app/due-view.ts';
import type {
  RectificationList,
  RectificationSummary,
  RectificationView,
} from '#shared/contracts/rectification.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { missingOpinions } from '../domain/act-on-disposal.ts';
import { admitAct, rectificationActs } from '../domain/admit-rectification.ts';
import {
  type EvidenceFile,
  type Rectification,
  rectificationStatus,
  type Word,
} from '../domain/rectification-state.ts';
import { looksIntoRectifications, maySeeRectification, runs } from '../domain/who-may-rectify.ts';
import { findProcess } from './find-process.ts';
import { listProcesses, type ProcessQuery } from './list-processes.ts';
import { measureLabels } from './measure-labels.ts';
import type { RectificationServices } from './ports.ts';
import { rulesOf, versionInForce } from './rules-of.ts';
import { type Today, todayFor } from './today-for.ts';
import { byName } from './who-by-name.ts';

const statusLabels: Readonly<Record<RectificationSummary['status'], string>> = {
  required: '待整合',
  proposed: '待主管部门审核',
  dismissed: '不予警告',
  warned: '整改中',
  deciding: '待批准处置',
  executing: '处置执行中',
  suspended: '已暂停使用',
  rectified: '已整改',
  disposed: '已处置',
};

/** The day that counts now: of the requirement until it has lapsed, then of the notice. */
const dueOf = ({ due, requirement, finding }: Rectification): Rectification['due'] =>
  requirement && requirement.lapsedAt === undefined
    ? { dueOn: requirement.dueOn, provisional: false, calendarVersion: '', clause: finding.clause }
    : due;

const summaryOf = (state: Rectification, tenantName: string, today: Today): RectificationSummary => {
  const { finding, judgements, endedAt, requirement } = state;
  const status = rectificationStatus(state);
  const passed = judgements.at(-1)?.verdict === 'rectified' ? endedAt : undefined;
  const light = status === 'disposed' ? undefined : dueView(dueOf(state), passed, today);
  return {
    rectificationId: state.rectificationId,
    systemId: state.systemId,
    systemName: state.systemName,
    tenant: state.tenant,
    tenantName,
    organisation: state.organisation,
    finding: { kind: finding.kind, title: finding.title, clause: finding.clause },
    status,
    statusLabel: statusLabels[status],
    recordedAt: state.recorded.at,
    ...(requirement ? { requirement: { document: requirement.document, dueOn: requirement.dueOn } } : {}),
    ...(light ? { due: light } : {}),
  };
};

/** What the papers name, when the day itself no longer counts, too. */
const limitOf = ({ due, noticedDueOn }: Rectification): Pick<RectificationView, 'limit'> =>
  due && noticedDueOn !== undefined ? { limit: { noticedDueOn, dueOn: due.dueOn, clause: due.clause } } : {};

const doersOf = ({ review, statements, judgements, disposals }: Rectification) =>
  [
    ...(review ? [review] : []),
    ...statements,
    ...judgements,
    ...disposals.flatMap((one) => [one, ...one.opinions, ...(one.decision ? [one.decision] : [])]),
  ].map(({ by }) => by);

const shownFile = <Name extends string>(name: Name, file: EvidenceFile | undefined) =>
  (file ? { [name]: { fileName: file.fileName, sha256: file.sha256 } } : {}) as {
    [Key in Name]?: { fileName: string; sha256: string };
  };

/** 一件整改: what was found, what was said about it and decided, and what the actor may do now. */
export const viewRectification = async (
  services: Pick<RectificationServices, 'rectifications' | 'references' | 'clock'>,
  actor: Actor,
  rectificationId: string,
): Promise<Result<RectificationView, Refusal>> => {
  const found = await findProcess(
    {
      store: services.rectifications,
      refOf: (tenant) => ({ tenant, rectificationId }),
      maySee: maySeeRectification,
      id: rectificationId,
      operation: 'getRectification',
    },
    actor,
  );
  if (!found.ok) return found;
  const { state, version } = found.value;
  const rules = rulesOf(state);
  const [today, nodes, names] = await Promise.all([
    todayFor(services, state.tenant),
    services.references.nodesOf(cityOf(state.tenant)),
    services.references.namesOf(doersOf(state)),
  ]);
  const said = ({ at, by, text }: Word) => ({ at, text, ...byName(names, by) });
  const { finding, review, statements, judgements, disposals } = state;
  const asking = { actor, rules, today: shanghaiDateOf(today.now) };
  const reclaiming = disposals.some(({ measure, decision }) => measure === 'reclaim' && decision?.approved);
  return accept({
    ...summaryOf(state, nodes.find(({ id }) => id === state.tenant)?.name ?? state.tenant, today),
    version,
    reason: finding.reason,
    evidence: finding.evidence,
    ...shownFile('evidenceFile', finding.file),
    breach: finding.breach,
    authority: state.authority,
    ...(review ? { review: { ...said(review), warned: review.warned } } : {}),
    ...limitOf(state),
    statements: statements.map((one) => ({
      ...said(one),
      kind: one.kind,
      ...shownFile('file', one.file),
    })),
    judgements: judgements.map((one) => ({
      ...said(one),
      verdict: one.verdict,
      ...(one.dueOn === undefined ? {} : { dueOn: one.dueOn }),
    })),
    disposals: disposals.map((one) => ({
      ...said(one),
      measure: one.measure,
      measureLabel: measureLabels[one.measure],
      opinions: one.opinions.map((opinion) => ({
        ...said(opinion),
        party: opinion.party,
        agrees: opinion.agrees,
      })),
      ...(one.decision ? { decision: { ...said(one.decision), approved: one.decision.approved } } : {}),
      ...(one.executed ? { executed: one.executed } : {}),
      ...(one.restored ? { restored: one.restored } : {}),
    })),
    ...(reclaiming ? { reclamationId: rectificationId } : {}),
    dataLoss: { text: rules.dataLoss.value, clause: rules.dataLoss.clause },
    measures: rules.measures.value.map((id) => ({ id, label: measureLabels[id] })),
    asksDue: rules.rectifyWithin === undefined,
    missingOpinions: [...missingOpinions(state, rules)],
    may: rectificationActs.filter((act) => admitAct(state, act, asking).ok),
  });
};

export const listRectifications = async (
  services: RectificationServices,
  actor: Actor,
  query: ProcessQuery,
): Promise<Result<RectificationList, Refusal>> => {
  const listed = await listProcesses(
    {
      references: services.references,
      lists: services.rectificationLists,
      idOf: ({ rectificationId }) => rectificationId,
      looksInto: looksIntoRectifications,
      maySee: maySeeRectification,
      operation: 'listRectifications',
    },
    actor,
    query,
  );
  if (!listed.ok) return listed;
  const { rows, ...more } = listed.value;
  const today = await todayFor(services, actor.tenant);
  const rules = rulesOf({ ruleVersion: versionInForce(actor.tenant) });
  return accept({
    items: rows.map(({ state, tenantName }) => summaryOf(state, tenantName, today)),
    mayRecord: runs(actor, rules)
      ? rules.findings.map(({ id, title, mayBeDue }) => ({ id, title, ...(mayBeDue ? { mayBeDue } : {}) }))
      : [],
    ...more,
  });
};
