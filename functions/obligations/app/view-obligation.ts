import type { ObligationView } from '#shared/contracts/obligations.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import {
  isOpen,
  isOverdue,
  type Obligation,
  type ObligationMove,
  openPause,
  pendingExplanation,
} from '../domain/obligation-state.ts';
import { begunByRecord, obligationIdOf } from '../domain/open-obligation.ts';
import { deadlineOf, dueOf, kindOf, limitOf, type Reckoning } from '../domain/reckon-due.ts';
import { judges, owes } from '../domain/who-may.ts';
import { findObligation, unknownObligation } from './find-obligation.ts';
import type { ObligationServices } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';
import { summaryOf } from './summarise-obligation.ts';

type Names = Awaited<ReturnType<ObligationServices['references']['namesOf']>>;

const moveLabels: Readonly<Record<ObligationMove['kind'], string>> = {
  explained: '提交情况说明',
  accepted: '认可说明，另定期限',
  refused: '不认可说明',
  extended: '延期',
  paused: '暂停',
  resumed: '恢复',
  reclaimOrdered: '决定收回',
  reclaimWithdrawn: '恢复使用，继续履约',
  recomputed: '放假安排调整，期限重算',
};

const whoBy = (names: Names, membership: string) => {
  const found = names.get(membership);
  return found ? { by: { name: found.name, organisation: found.organisation } } : {};
};

const untilOf = (move: ObligationMove): string | undefined => {
  if (move.kind === 'recomputed') return move.to;
  if (move.kind === 'explained') return move.wantedUntil;
  return 'until' in move ? move.until : undefined;
};

const moveView = (move: ObligationMove, names: Names): ObligationView['moves'][number] => {
  const until = untilOf(move);
  const recomputed = move.kind === 'recomputed';
  return {
    kind: move.kind,
    label: moveLabels[move.kind],
    at: move.at,
    ...(recomputed ? {} : whoBy(names, move.by.membership)),
    text: recomputed ? `原为 ${move.from}；依据${move.why.join('、')}` : move.text,
    ...(until === undefined ? {} : { until }),
  };
};

const reckoningView = (obligation: Obligation, { rules, calendar }: Reckoning) => {
  const deadline = deadlineOf(obligation, rules, calendar);
  if (!deadline) return {};
  const limit = obligation.fixed ? undefined : limitOf(kindOf(rules, obligation.kind), obligation.level);
  return {
    reckoning: {
      from: obligation.fixed?.on ?? obligation.from,
      ...(limit ? { limit: spanWords(limit.span) } : {}),
      calendarVersion: deadline.calendarVersion,
      skipped: deadline.skipped.map((day) => ({ ...day })),
      pauses: obligation.pauses.map((pause) => ({ ...pause })),
    },
  };
};

const performanceView = ({ performance }: Obligation, names: Names) => {
  if (!performance) return {};
  const { on, at, by, statement, level, evidence } = performance;
  return {
    performance: {
      on,
      at,
      ...whoBy(names, by.membership),
      statement,
      ...(level === undefined ? {} : { level }),
      ...(evidence ? { evidence: { fileName: evidence.fileName, sha256: evidence.sha256 } } : {}),
    },
  };
};

/** When it is owed again: its own next turn, or what an assessment begins. */
const nextDueOf = (obligation: Obligation, { rules, calendar }: Reckoning) => {
  const [next] = begunByRecord(obligation, rules).filter(
    ({ kind }) =>
      kindOf(rules, kind).again !== undefined &&
      kindOf(rules, kind).asksLevel === kindOf(rules, obligation.kind).asksLevel,
  );
  const due = next && dueOf({ ...next, pauses: [] }, rules, calendar);
  return due ? { nextDueOn: due.dueOn } : {};
};

const verdictsFor = (obligation: Obligation, { rules, now }: Reckoning): ObligationView['may'] => {
  const overdue = isOverdue(obligation, shanghaiDateOf(new Date(now)));
  if (openPause(obligation)) return ['resume'];
  if (pendingExplanation(obligation)) return ['accept', 'refuse'];
  return [
    'extend',
    ...(obligation.due && !overdue ? (['pause'] as const) : []),
    ...(overdue && kindOf(rules, obligation.kind).lapse.value === 'mayReclaim' ? (['reclaim'] as const) : []),
  ];
};

const mayDo = (actor: Actor, obligation: Obligation, reckoning: Reckoning): ObligationView['may'] => {
  if (!isOpen(obligation)) return [];
  const { rules, now } = reckoning;
  const overdue = isOverdue(obligation, shanghaiDateOf(new Date(now)));
  return [
    ...(owes(actor, obligation) && kindOf(rules, obligation.kind).metBy === undefined
      ? (['perform'] as const)
      : []),
    ...(owes(actor, obligation) && overdue && !pendingExplanation(obligation) ? (['explain'] as const) : []),
    ...(judges(actor, obligation.tenant, rules) ? verdictsFor(obligation, reckoning) : []),
  ];
};

/** 一个履约事项 with the arithmetic of its date, what was said and decided, and what the actor may do. */
export const viewObligation = async (
  services: ObligationServices,
  actor: Actor,
  obligationId: string,
): Promise<Result<ObligationView, Refusal>> => {
  const found = await findObligation(services, actor, obligationId, 'getObligation');
  if (!found.ok) return found;
  const { state: obligation, version } = found.value;
  const { tenant, moves, performance } = obligation;
  const doers = moves.flatMap((move) => (move.kind === 'recomputed' ? [] : [move.by]));
  const [reckoning, nodes, names] = await Promise.all([
    reckoningFor(services, obligation),
    services.references.nodesOf(cityOf(tenant)),
    services.references.namesOf([...doers, ...(performance ? [performance.by] : [])]),
  ]);
  const { rules } = reckoning;
  const declared = kindOf(rules, obligation.kind);
  return accept({
    ...summaryOf(obligation, nodes.find(({ id }) => id === tenant)?.name ?? tenant, reckoning),
    version,
    openedAt: obligation.openedAt,
    ...reckoningView(obligation, reckoning),
    lapseClause: declared.lapse.clause,
    asksLevel: declared.asksLevel === true,
    ...(declared.metBy === undefined
      ? {}
      : { metBy: obligationIdOf(obligation, declared.metBy, kindOf(rules, declared.metBy)) }),
    moves: moves.map((move) => moveView(move, names)),
    ...performanceView(obligation, names),
    ...nextDueOf(obligation, reckoning),
    may: mayDo(actor, obligation, reckoning),
  });
};

/** 佐证文件 of a record. */
export const viewEvidence = async (
  services: ObligationServices,
  actor: Actor,
  obligationId: string,
): Promise<Result<{ readonly fileName: string; readonly content: Uint8Array }, Refusal>> => {
  const found = await findObligation(services, actor, obligationId, 'getEvidence');
  if (!found.ok) return found;
  const { state, ref } = found.value;
  const evidence = state.performance?.evidence;
  const content = evidence && (await services.evidenceOf(ref));
  return evidence && content
    ? accept({ fileName: evidence.fileName, content })
    : refuse({ ...unknownObligation, detail: '这一履约事项没有佐证文件。' });
};
