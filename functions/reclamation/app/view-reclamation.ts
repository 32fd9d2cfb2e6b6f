import type { ReclamationSummary, ReclamationView } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { looksInto } from '#shared/kernel/actor-reach.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { billingEnd } from '../domain/billing-end.ts';
import { mayOnReclamation } from '../domain/decide-reclamation.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { isDepartment } from '../domain/who-may.ts';
import { findProcess } from './find-process.ts';
import { isClosing } from './is-closing.ts';
import { listProcesses, type ProcessQuery } from './list-processes.ts';
import type { ReclamationServices } from './ports.ts';
import { rulesOf } from './rules-of.ts';
import { summariseReclamation } from './summarise-reclamation.ts';
import { todayFor } from './today-for.ts';
import { byName, type Names } from './who-by-name.ts';

export const maySeeReclamation = (actor: Actor, state: Reclamation): boolean =>
  isDepartment(actor, state) || looksInto(actor, state.tenant);

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
  services: Pick<ReclamationServices, 'reclamations' | 'references' | 'clock'> & {
    readonly claims: Pick<ReclamationServices['claims'], 'of'>;
  },
  actor: Actor,
  reclamationId: string,
): Promise<Result<ReclamationView, Refusal>> => {
  const found = await findReclamation(services, actor, reclamationId, 'getReclamation');
  if (!found.ok) return found;
  const { state, version } = found.value;
  const rules = rulesOf(state);
  const [today, nodes, names, closing] = await Promise.all([
    todayFor(services, state.tenant),
    services.references.nodesOf(cityOf(state.tenant)),
    services.references.namesOf(doersOf(state)),
    isClosing(services, state),
  ]);
  const { acknowledged, executed, restored, provider, notice } = state;
  const until = billingEnd(state, rules);
  return accept({
    ...summariseReclamation(state, nodes.find(({ id }) => id === state.tenant)?.name ?? state.tenant, today),
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
    may: mayOnReclamation(actor, state, { rules, today: shanghaiDateOf(today.now), closing }),
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
  return accept({
    items: rows.map(({ state, tenantName }) => summariseReclamation(state, tenantName, today)),
    ...more,
  });
};
