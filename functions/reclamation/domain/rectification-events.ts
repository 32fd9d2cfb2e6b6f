import type { ActingPerson } from '#shared/kernel/acting-person.ts';
import type { DisposalMeasure, PlanParty } from '#shared/regulation/reclamation-spec.ts';
import type {
  Disposal,
  EvidenceFile,
  Rectification,
  RectifyDue,
  Requirement,
  Word,
} from './rectification-state.ts';

interface Said {
  readonly by: ActingPerson;
  readonly text: string;
}

export type RectificationEvent =
  | { readonly type: 'FindingRecorded'; readonly rectification: Rectification }
  /** The day of the requirement is over: proposed for warning. */
  | { readonly type: 'RequirementLapsed' }
  | ({ readonly type: 'RequirementMoved'; readonly dueOn: string } & Said)
  /** 警告通知: from now on the department sees it, and its time runs. */
  | ({ readonly type: 'WarningIssued'; readonly due: RectifyDue } & Said)
  | ({ readonly type: 'FindingDismissed' } & Said)
  | ({
      readonly type: 'StatementFiled';
      readonly kind: 'mended' | 'extension';
      readonly file?: EvidenceFile;
    } & Said)
  | ({ readonly type: 'MendingFailed' } & Said)
  | ({ readonly type: 'DueExtended'; readonly due: RectifyDue } & Said)
  | ({ readonly type: 'RectificationPassed' } & Said)
  | ({ readonly type: 'DisposalProposed'; readonly measure: DisposalMeasure } & Said)
  | ({ readonly type: 'PlanReviewed'; readonly party: PlanParty; readonly agrees: boolean } & Said)
  | ({ readonly type: 'DisposalApproved' } & Said)
  | ({ readonly type: 'DisposalRefused' } & Said)
  | { readonly type: 'DisposalExecuted'; readonly evidence: string }
  | { readonly type: 'ResourcesGivenBack' }
  | { readonly type: 'RectificationEnded' };

const withLast = (state: Rectification, change: (last: Disposal) => Disposal): Rectification => {
  const last = state.disposals.at(-1);
  if (!last) throw new Error('no disposal was proposed');
  return { ...state, disposals: [...state.disposals.slice(0, -1), change(last)] };
};

const withRequirement = (state: Rectification, change: Partial<Requirement>): Rectification => {
  if (!state.requirement) throw new Error('nothing was required');
  return { ...state, requirement: { ...state.requirement, ...change } };
};

export const evolveRectification = (
  state: Rectification | undefined,
  event: RectificationEvent,
  at: string,
): Rectification => {
  if (event.type === 'FindingRecorded') return event.rectification;
  if (!state) throw new Error('a rectification begins with its finding');
  const word = (said: Said): Word => ({ at, by: said.by, text: said.text });
  const judged = (
    said: Said,
    verdict: Rectification['judgements'][number]['verdict'],
    dueOn?: string,
  ): Pick<Rectification, 'judgements'> => ({
    judgements: [
      ...state.judgements,
      {
        ...word(said),
        verdict,
        answers: state.statements.length,
        ...(dueOn === undefined ? {} : { dueOn }),
      },
    ],
  });
  switch (event.type) {
    case 'RequirementLapsed':
      return withRequirement(state, { lapsedAt: at });
    case 'RequirementMoved': {
      const { dueOn } = event;
      return { ...withRequirement(state, { dueOn }), ...judged(event, 'extended', dueOn) };
    }
    case 'WarningIssued':
      return {
        ...state,
        review: { ...word(event), warned: true },
        due: event.due,
        noticedDueOn: event.due.dueOn,
      };
    case 'FindingDismissed':
      return { ...state, review: { ...word(event), warned: false }, endedAt: at };
    case 'StatementFiled':
      return {
        ...state,
        statements: [
          ...state.statements,
          { ...word(event), kind: event.kind, ...(event.file ? { file: event.file } : {}) },
        ],
      };
    case 'MendingFailed':
      return { ...state, ...judged(event, 'notYet') };
    case 'RectificationPassed':
      return { ...state, ...judged(event, 'rectified') };
    case 'DueExtended':
      return { ...state, due: event.due, ...judged(event, 'extended', event.due.dueOn) };
    case 'DisposalProposed':
      return {
        ...state,
        disposals: [...state.disposals, { ...word(event), measure: event.measure, opinions: [] }],
      };
    case 'PlanReviewed':
      return withLast(state, (last) => ({
        ...last,
        opinions: [...last.opinions, { ...word(event), party: event.party, agrees: event.agrees }],
      }));
    case 'DisposalApproved':
      return withLast(state, (last) => ({ ...last, decision: { ...word(event), approved: true } }));
    case 'DisposalRefused':
      return withLast(state, (last) => ({ ...last, decision: { ...word(event), approved: false } }));
    case 'DisposalExecuted':
      return withLast(state, (last) => ({ ...last, executed: { at, evidence: event.evidence } }));
    case 'ResourcesGivenBack':
      return withLast(state, (last) => ({ ...last, restored: true }));
    case 'RectificationEnded':
      return { ...state, endedAt: at };
  }
};
