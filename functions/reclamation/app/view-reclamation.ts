import { type DueView, dueView } from '#functions/provisioning/app/due-view.ts';
import type { ReclamationSummary, ReclamationView } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { looksInto } from '#shared/kernel/actor-reach.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { billingEnd } from '../domain/billing-end.ts';
import { type Reclamation, reclamationStatus } from '../domain/reclamation-state.ts';
import { isDepartment } from '../domain/who-may.ts';
import { findProcess } from './find-process.ts';
import { listProcesses, type ProcessQuery } from './list-processes.ts';
import { mayDo } from './may-do.ts';
import type { ReclamationServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';
import { type Today, todayFor } from './today-for.ts';
import { byName, type Names } from './who-by-name.ts';

const causeLabels: Readonly<Record<ReclamationSummary['cause'], string>> = {
  shutdown: '申请关停',
  rectification: '逾期未整改',
  overdueGoLive: '逾期未上线',
  windowEnded: '临时扩充到期',
  security: '安全原因',
};
const statusLabels: Readonly<Record<ReclamationSummary['status'], string>> = {
  noticed: '待回收',
  moving: '流转中',
  confirming: '待确认数据清除',
  certifying: '待出具证明',
  ended: '已回收',
  restored: '已恢复使用',
};

export const maySeeReclamation = (actor: Actor, state: Reclamation): boolean =>
  isDepartment(actor, state) || looksInto(actor, state.tenant);

const summaryOf = (state: Reclamation, tenantName: string, today: Today): ReclamationSummary => {
  const { notice, executed, restored, cause, caseId } = state;
  const status = reclamationStatus(state, rulesOf(state));
  const due: DueView | undefined = restored ? undefined : dueView(notice.due, executed?.at, today);
  return {
    reclamationId: state.reclamationId,
    systemId: state.systemId,
    systemName: state.systemName,
    tenant: state.tenant,
    tenantName,
    organisation: state.organisation,
    cause,
    causeLabel: causeLabels[cause],
    status,
    statusLabel: statusLabels[status],
    decidedAt: state.decision.at,
    ...(caseId === undefined ? {} : { caseId }),
    actOn: notice.actOn,
    ...(due ? { due } : {}),
    resourceCount: state.resources.length,
  };
};

const doersOf = ({
  decision,
  acknowledged,
  executed,
  erasureConfirmed,
  certificate,
  restored,
}: Reclamation) =>
  [decision, acknowledged, executed, erasureConfirmed, certificate?.revoked, restored].flatMap(
    (one) => one?.by ?? [],
  );

const wordOf = (names: Names, { at, by, reason }: Reclamation['decision']) => ({
  at,
  reason,
  ...byName(names, by),
});

const certificateOf = (state: Reclamation, { certificate: rule }: ReclamationRules, names: Names) => {
  if (!rule) return {};
  const { certificate } = state;
  return {
    certificate: {
      title: rule.value.title,
      clause: rule.clause,
      ...(certificate
        ? {
            issued: {
              number: certificate.number,
              issuedAt: certificate.issuedAt,
              digest: certificate.digest,
              ...(certificate.revoked ? { revoked: wordOf(names, certificate.revoked) } : {}),
            },
          }
        : {}),
    },
  };
};

const erasureOf = (
  { erasureConfirmed: confirmed }: Reclamation,
  { jointErasure }: ReclamationRules,
  names: Names,
) =>
  jointErasure
    ? {
        erasure: {
          clause: jointErasure.clause,
          ...(confirmed
            ? { confirmed: { at: confirmed.at, note: confirmed.note, ...byName(names, confirmed.by) } }
            : {}),
        },
      }
    : {};

/** 一件回收: the decision, the dates, what is taken back, what was done and what proves it. */
export const viewReclamation = async (
  services: Pick<ReclamationServices, 'reclamations' | 'references' | 'clock'>,
  actor: Actor,
  reclamationId: string,
): Promise<Result<ReclamationView, Refusal>> => {
  const found = await findReclamation(services, actor, reclamationId, 'getReclamation');
  if (!found.ok) return found;
  const { state, version } = found.value;
  const rules = rulesOf(state);
  const [today, nodes, names] = await Promise.all([
    todayFor(services, state.tenant),
    services.references.nodesOf(cityOf(state.tenant)),
    services.references.namesOf(doersOf(state)),
  ]);
  const { acknowledged, executed, restored, provider, notice } = state;
  const until = billingEnd(state, rules);
  return accept({
    ...summaryOf(state, nodes.find(({ id }) => id === state.tenant)?.name ?? state.tenant, today),
    version,
    decision: wordOf(names, state.decision),
    ...(provider ? { provider: provider.name } : {}),
    ...(notice.graceClause === undefined ? {} : { graceClause: notice.graceClause }),
    dataLoss: { text: rules.dataLoss.value, clause: rules.dataLoss.clause },
    resources: state.resources.map(({ addresses, ...rest }) => ({ ...rest, addresses: [...addresses] })),
    ...(acknowledged
      ? {
          acknowledged: {
            at: acknowledged.at,
            byForm: acknowledged.byForm,
            ...byName(names, acknowledged.by),
          },
        }
      : {}),
    archived: state.archived.map((one) => ({ ...one })),
    ...(executed
      ? {
          executed: {
            at: executed.at,
            evidence: executed.evidence,
            ...(executed.erasure === undefined ? {} : { erasure: executed.erasure }),
            ...byName(names, executed.by),
          },
        }
      : {}),
    ...erasureOf(state, rules, names),
    ...certificateOf(state, rules, names),
    ...(restored ? { restored: wordOf(names, restored) } : {}),
    billing: { clause: rules.billingUntil.clause, ...(until === undefined ? {} : { until }) },
    may: mayDo(actor, state, rules, shanghaiDateOf(today.now)),
  });
};

export const findReclamation = (
  { reclamations: store }: Pick<ReclamationServices, 'reclamations'>,
  actor: Actor,
  id: string,
  operation: string,
) =>
  findProcess(
    {
      store,
      refOf: (tenant) => ({ tenant, reclamationId: id }),
      maySee: maySeeReclamation,
      id,
      operation,
    },
    actor,
  );

export const listReclamations = async (
  services: ReclamationServices,
  actor: Actor,
  query: ProcessQuery,
): Promise<Result<{ items: ReclamationSummary[]; nextCursor?: string }, Refusal>> => {
  const listed = await listProcesses(
    {
      references: services.references,
      lists: services.reclamationLists,
      idOf: ({ reclamationId }) => reclamationId,
      looksInto,
      maySee: maySeeReclamation,
      operation: 'listReclamations',
    },
    actor,
    query,
  );
  if (!listed.ok) return listed;
  const { rows, ...more } = listed.value;
  const today = await todayFor(services, actor.tenant);
  return accept({ items: rows.map(({ state, tenantName }) => summaryOf(state, tenantName, today)), ...more });
};
