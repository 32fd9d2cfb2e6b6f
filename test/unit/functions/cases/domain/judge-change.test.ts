import { describe, expect, it } from 'vitest';
import type { Successor } from '#functions/cases/domain/decision.ts';
import { objectionToExit } from '#functions/cases/domain/exit-in-time.ts';
import { objectionToScale } from '#functions/cases/domain/judge-scale.ts';
import { offeredRules } from '#shared/regulation/find-profile.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import { yancheng } from '#shared/regulation/profiles/yancheng.ts';

const rulesOf = (kind: string): CloudApplicationRules => {
  const rules = offeredRules(yancheng, kind);
  if (!rules) throw new Error(`no rules of ${kind}`);
  return rules;
};
const review = { step: 'localReview' } as const;

describe('a reviewer’s own judgement of a change', () => {
  const judge = (
    command: Partial<Parameters<typeof objectionToScale>[0]>,
    {
      kind = 'resourceChange',
      step = 'localReview',
      judged,
    }: {
      kind?: string;
      step?: 'localReview' | 'unitConfirmation';
      judged?: 'minor' | 'major';
    } = {},
  ) =>
    objectionToScale(
      { verb: 'approve', opinion: '理由', saidScale: 'minor', ...command },
      { step },
      judged
        ? {
            judged: {
              scale: judged,
              at: '',
              by: { personId: '', membershipId: '', name: '', organisation: '', role: '' },
            },
          }
        : {},
      rulesOf(kind),
    )?.errors?.map(({ pointer, code }) => `${code} ${pointer}`);

  it('is given with a reason, at a review, of a change alone', () => {
    expect(judge({ scale: 'minor' })).toBeUndefined();
    expect(judge({ scale: 'minor', opinion: undefined })).toEqual(['required /opinion']);
    expect(judge({ scale: 'minor' }, { kind: 'cloudApplication' })).toEqual(['not-judging /scale']);
    expect(judge({ scale: 'minor' }, { step: 'unitConfirmation' })).toEqual(['not-judging /scale']);
  });

  it('of major sends back what was filed as minor, now and by whoever reviews later', () => {
    expect(judge({ scale: 'major' })).toEqual(['major-must-return /scale']);
    expect(judge({ scale: 'major', verb: 'return' })).toBeUndefined();
    expect(judge({}, { judged: 'major' })).toEqual(['major-must-return /scale']);
    expect(judge({ scale: 'minor' }, { judged: 'major' })).toBeUndefined();
    expect(judge({ saidScale: 'major' }, { judged: 'major' })).toBeUndefined();
  });
});

describe('an exit beside an application', () => {
  const objection = (successor: Successor | undefined, as: 'application' | 'exit' = 'application') =>
    objectionToExit({ verb: 'approve', successor }, review, { linked: { caseId: 'x.1', as } })?.errors?.map(
      ({ code }) => code,
    );

  it('[kf-cloud-18-3] waits until the new is live, unless the unit says why not', () => {
    expect(objection({ live: false, earlyReason: ' ' })).toEqual(['successor-not-live']);
    expect(objection({ live: false, earlyReason: '不能同时运行' })).toBeUndefined();
    expect(objection({ live: true, earlyReason: '' })).toBeUndefined();
    expect(objection(undefined, 'exit')).toBeUndefined();
  });
});
