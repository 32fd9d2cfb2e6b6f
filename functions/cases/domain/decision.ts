import type { ChangeScale, Verb } from '#shared/regulation/profile.ts';
import type { FormFacts } from './case-context.ts';
import type { LineAssessment } from './check-assessment.ts';
import type { DuplicateFound, NonEquivalence } from './check-duplicates.ts';

/** How it stands with the new resources beside which the old ones go. */
export interface Successor {
  /** All of them have gone live. */
  readonly live: boolean;
  /** Why the old ones go before; as the unit wrote it. */
  readonly earlyReason: string;
}

/** What somebody decides on one task. */
export interface DecideTask {
  readonly taskId: string;
  readonly verb: Verb;
  readonly opinion?: string | undefined;
  /** Earlier stage of the same step that a return goes to; without it the route says where. */
  readonly returnTo?: string | undefined;
  readonly assessments?: readonly LineAssessment[] | undefined;
  /** Reasons for purchases that the catalogue seems to offer; an assessing approval must give what is missing. */
  readonly nonEquivalence?: readonly NonEquivalence[] | undefined;
  /** 变更认定, where a reviewer judges otherwise than the unit. */
  readonly scale?: ChangeScale | undefined;
  /** What the submitted form says of its scale; undefined where its kind is no change. */
  readonly saidScale?: ChangeScale | undefined;
  /** Of an exit beside an application. */
  readonly successor?: Successor | undefined;
  /** Purchases of the submitted form that the catalogue seems to offer. */
  readonly duplicates: readonly DuplicateFound[];
  /** Digest of the form that the person was shown; a confirmation must name it. */
  readonly formDigest?: string | undefined;
  /** The form as it stands; needed to confirm and to assess. */
  readonly form: FormFacts;
  /** Line numbers of the submitted resource table. */
  readonly lineNos: readonly number[];
}
