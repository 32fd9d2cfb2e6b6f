import type { ActingPerson } from '#shared/kernel/acting-person.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { DisposalMeasure, PlanParty } from '#shared/regulation/reclamation-spec.ts';
import type { Authority } from './reclamation-state.ts';

/** Something that somebody said or decided, with their words. */
export interface Word {
  readonly at: string;
  readonly by: ActingPerson;
  readonly text: string;
}

/** A file that shows what was said, and what is kept of it beside its bytes. */
export interface EvidenceFile {
  readonly fileName: string;
  readonly type: 'pdf' | 'png' | 'jpg';
  readonly sha256: string;
}

/** 警告情形, entered with what shows it. */
export interface Finding {
  /** Of the rules. */
  readonly kind: string;
  readonly title: string;
  readonly clause: string;
  /** Breaks the signed letter. */
  readonly breach: boolean;
  readonly reason: string;
  readonly evidence: string;
  readonly file?: EvidenceFile;
}

export interface RectifyDue {
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly clause: string;
}

/** 整合要求, by other rules: until its day is over nothing is held against the system. */
export interface Requirement {
  /** 来源文件. */
  readonly document: string;
  readonly dueOn: string;
  readonly lapsedAt?: string;
}

/** 处置意见, its reviews and what became of it. */
export interface Disposal extends Word {
  readonly measure: DisposalMeasure;
  readonly opinions: readonly (Word & { readonly party: PlanParty; readonly agrees: boolean })[];
  readonly decision?: Word & { readonly approved: boolean };
  readonly executed?: { readonly at: string; readonly evidence: string };
  /** Resources were given back before they were destroyed. */
  readonly restored?: true;
}

/** 整改: a finding on its way from the warning to its end. */
export interface Rectification {
  readonly tenant: TenantId;
  readonly rectificationId: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly ruleVersion: string;
  readonly authority: Authority;
  readonly finding: Finding;
  readonly recorded: { readonly at: string; readonly by: ActingPerson };
  /** What the finding waits for. */
  readonly requirement?: Requirement;
  readonly review?: Word & { readonly warned: boolean };
  /** 整改期限, from the notice. */
  readonly due?: RectifyDue;
  /** The day that the notice named, whatever was granted afterwards. */
  readonly noticedDueOn?: string;
  /** 整改说明 and requests for more time, by the department. */
  readonly statements: readonly (Word & {
    readonly kind: 'mended' | 'extension';
    readonly file?: EvidenceFile;
  })[];
  /** 复测 and answers to such requests, by the operations body. */
  readonly judgements: readonly (Word & {
    readonly verdict: 'rectified' | 'notYet' | 'extended';
    /** How many statements it answers: all that had been made. */
    readonly answers: number;
    readonly dueOn?: string;
  })[];
  readonly disposals: readonly Disposal[];
  readonly endedAt?: string;
}

export type RectificationActKind = 'warn' | 'dismiss' | 'state' | 'judge' | 'propose' | 'review' | 'decide';

export type RectificationStatus =
  | 'required'
  | 'proposed'
  | 'dismissed'
  | 'warned'
  | 'deciding'
  | 'executing'
  | 'suspended'
  | 'rectified'
  | 'disposed';

const lastOf = <One>(list: readonly One[]): One | undefined => list.at(-1);

/** The day by which something is to be mended now; undefined where nothing is asked of the department. */
export const owedOn = (state: Rectification): string | undefined => {
  const status = rectificationStatus(state);
  if (status === 'required') return state.requirement?.dueOn;
  return status === 'warned' || status === 'suspended' ? state.due?.dueOn : undefined;
};

/** What the department has said and nobody has answered yet. */
export const unansweredStatements = ({
  statements,
  judgements,
}: Rectification): Rectification['statements'] => statements.slice(lastOf(judgements)?.answers ?? 0);

/** @param silent whether it also counts that nothing the department said waits for its answer */
export const isDueOn = (state: Rectification, dueOn: string, silent: boolean): boolean =>
  owedOn(state) === dueOn && !(silent && unansweredStatements(state).length > 0);

/** A disposal that still runs: proposed and not refused, or approved and not carried out. */
export const openDisposal = ({ disposals }: Pick<Rectification, 'disposals'>): Disposal | undefined => {
  const last = lastOf(disposals);
  if (!last || last.executed || last.restored || last.decision?.approved === false) return undefined;
  return last;
};

/** Use is suspended: the last measure that was carried out. */
const isSuspended = ({ disposals }: Pick<Rectification, 'disposals'>): boolean =>
  disposals.findLast(({ executed }) => executed)?.measure === 'suspend';

/** From the warning on. */
const statusWarned = (state: Rectification): RectificationStatus => {
  const { endedAt, judgements } = state;
  if (endedAt !== undefined) return lastOf(judgements)?.verdict === 'rectified' ? 'rectified' : 'disposed';
  const disposal = openDisposal(state);
  if (disposal) return disposal.decision ? 'executing' : 'deciding';
  return isSuspended(state) ? 'suspended' : 'warned';
};

/** 待整合 / 待审核 / 不予警告 / 整改中 / 待批准处置 / 处置执行中 / 已暂停使用 / 已整改 / 已处置. */
export const rectificationStatus = (state: Rectification): RectificationStatus => {
  const { review, endedAt, requirement } = state;
  if (requirement && requirement.lapsedAt === undefined)
    return endedAt === undefined ? 'required' : 'rectified';
  if (!review) return 'proposed';
  return review.warned ? statusWarned(state) : 'dismissed';
};
