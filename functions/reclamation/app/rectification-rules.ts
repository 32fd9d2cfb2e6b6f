import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { addDays, shanghaiInstant } from '#shared/kernel/local-date.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { evolveRectification, type RectificationEvent } from '../domain/rectification-events.ts';
import type { Rectification, Requirement } from '../domain/rectification-state.ts';
import { rectificationNotices } from './rectification-notices.ts';

type Kept = { readonly [key: string]: Json };

/** What the journal keeps: kinds, days and digests; people's words stay out. */
const kept = (event: RectificationEvent, salt: string): Kept => {
  const digested = (text: string): Kept => ({ textDigest: sm3Hex(`${salt}\n${text}`) });
  switch (event.type) {
    case 'FindingRecorded': {
      const { systemId, finding, authority, requirement } = event.rectification;
      return {
        systemId,
        kind: finding.kind,
        authority,
        ...(requirement ? { dueOn: requirement.dueOn } : {}),
        ...digested(`${finding.reason}\n${finding.evidence}`),
        ...(finding.file ? { file: finding.file.sha256 } : {}),
      };
    }
    case 'WarningIssued':
    case 'DueExtended':
      return { dueOn: event.due.dueOn, ...digested(event.text) };
    case 'StatementFiled':
      return {
        kind: event.kind,
        ...digested(event.text),
        ...(event.file ? { file: event.file.sha256 } : {}),
      };
    case 'DisposalProposed':
      return { measure: event.measure, ...digested(event.text) };
    case 'PlanReviewed':
      return { party: event.party, agrees: event.agrees, ...digested(event.text) };
    case 'DisposalExecuted':
      return digested(event.evidence);
    case 'RequirementMoved':
      return { dueOn: event.dueOn, ...digested(event.text) };
    case 'RequirementLapsed':
    case 'ResourcesGivenBack':
    case 'RectificationEnded':
      return {};
    default:
      return digested(event.text);
  }
};

/** When the day of a requirement is over. */
const dayAfter = ({ dueOn }: Requirement): string =>
  shanghaiInstant(addDays(dueOn, 1), '00:00').toISOString();

const effectOf = (event: RectificationEvent, state: Rectification): Effect[] => {
  const { tenant, rectificationId, disposals } = state;
  const ref = { tenant, rectificationId };
  if (state.requirement && (event.type === 'FindingRecorded' || event.type === 'RequirementMoved'))
    return [{ kind: 'rectification.lapse', notBefore: dayAfter(state.requirement), ...ref }];
  if (event.type === 'DisposalApproved') return [{ kind: 'rectification.execute', ...ref }];
  // What was suspended runs again once it has been mended.
  if (event.type === 'RectificationPassed' && disposals.some(({ executed }) => executed))
    return [{ kind: 'rectification.resume', ...ref }];
  return [];
};

export const rectificationProcess: ProcessRules<Rectification, RectificationEvent> = {
  evolve: evolveRectification,
  effectsOf: (events, after) => events.flatMap((event) => effectOf(event, after)),
  noticesOf: rectificationNotices,
  kept,
};
