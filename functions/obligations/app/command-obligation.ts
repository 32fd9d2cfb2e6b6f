import { type ReadFile, readSmallFile } from '#functions/cases/app/files/read-small-file.ts';
import { type Door, passDoor } from '#shared/aggregate/pass-door.ts';
import type { ObligationAnswer, PerformBody } from '#shared/contracts/obligations.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { explainLapse, judgeObligation, type Verdict } from '../domain/judge-obligation.ts';
import type { ObligationEvent } from '../domain/obligation-events.ts';
import { type Obligation, statusOf } from '../domain/obligation-state.ts';
import { recordedBefore } from '../domain/open-obligation.ts';
import { type Earlier, performObligation } from '../domain/perform-obligation.ts';
import { kindOf, type Reckoning } from '../domain/reckon-due.ts';
import { doerOf, judges, maySee, owes } from '../domain/who-may.ts';
import { obligationRefOf, unknownObligation } from './find-obligation.ts';
import { obligationRules } from './obligation-rules.ts';
import type { ObligationRef, ObligationServices } from './ports.ts';
import { reckoningFor } from './reckoning-for.ts';

type Answer = Promise<Result<ObligationAnswer, Refusal>>;

export interface OnObligation {
  readonly obligationId: string;
  readonly expectedVersion: number;
}

const notDepartment: Refusal = {
  code: 'not-allowed',
  detail: '履约登记和情况说明由应当履约的使用部门办理。',
};
const notJudge: Refusal = {
  code: 'not-allowed',
  detail: '认定情况说明、调整期限和决定收回由市级政务云管理机构办理。',
};

const doorOf = (
  services: ObligationServices,
  file?: ReadFile,
): Door<ObligationRef, Obligation, ObligationEvent, ObligationAnswer> => ({
  rules: obligationRules,
  store: file ? services.obligationsWith(file.content) : services.obligations,
  unknown: unknownObligation,
  moved: ({ systemName }) => ({
    code: 'obligation-moved',
    detail: `在您查看之后，“${systemName}”的这一履约事项有了新进展，请刷新后再办。`,
  }),
  answer: (obligation, version) => ({
    obligationId: obligation.obligationId,
    version,
    status: statusOf(obligation),
  }),
  newSalt: services.newSalt,
});

type Decide = (
  obligation: Obligation,
  reckoning: Reckoning,
) => Promise<Result<readonly ObligationEvent[], Refusal>>;

const command = async (
  services: ObligationServices,
  asked: Asked,
  { obligationId, expectedVersion }: OnObligation,
  decide: Decide,
  file?: ReadFile,
): Answer => {
  const ref = obligationRefOf(asked.actor, obligationId);
  if (!ref) return refuse(unknownObligation);
  return passDoor(doorOf(services, file), {
    ref,
    asked,
    expectedVersion,
    at: services.clock.now().toISOString(),
    maySee: (obligation) => maySee(asked.actor, obligation),
    decide: async ({ state }) => {
      recordCrossTenant(asked.actor, { tenant: ref.tenant, caseId: obligationId }, asked.operation);
      return decide(state, await reckoningFor(services, state));
    },
  });
};

const earlierOf = async (
  { obligations }: ObligationServices,
  obligation: Obligation,
  { rules }: Reckoning,
): Promise<Earlier | undefined> => {
  const obligationId = recordedBefore(obligation, rules);
  const { after } = kindOf(rules, obligation.kind);
  if (obligationId === undefined || after === undefined) return undefined;
  const before = await obligations.load({ tenant: obligation.tenant, obligationId });
  return { title: kindOf(rules, after).title, on: before?.state.performance?.on };
};

/** 履约登记 by the department. */
export const perform = async (
  services: ObligationServices,
  asked: Asked,
  on: OnObligation,
  { file, ...performed }: PerformBody,
): Answer => {
  const read = readSmallFile(file, '/file/content');
  if (!read.ok) return read;
  const { actor } = asked;
  return command(
    services,
    asked,
    on,
    async (obligation, reckoning) => {
      if (!owes(actor, obligation)) return refuse(notDepartment);
      const evidence = read.value ? { evidence: read.value.facts } : {};
      return performObligation(
        obligation,
        { ...performed, ...evidence, by: doerOf(actor) },
        await earlierOf(services, obligation, reckoning),
        reckoning,
      );
    },
    read.value,
  );
};

/** 情况说明 by the department that is late. */
export const explain = (
  services: ObligationServices,
  asked: Asked,
  on: OnObligation,
  said: { readonly text: string; readonly wantedUntil?: LocalDate },
): Answer =>
  command(services, asked, on, async (obligation, reckoning) =>
    owes(asked.actor, obligation)
      ? explainLapse(obligation, { ...said, by: doerOf(asked.actor) }, reckoning)
      : refuse(notDepartment),
  );

/** 认定、延期、暂停、恢复、决定收回 by the body that judges. */
export const judge = (
  services: ObligationServices,
  asked: Asked,
  on: OnObligation,
  verdict: Verdict,
): Answer =>
  command(services, asked, on, async (obligation, reckoning) =>
    judges(asked.actor, obligation.tenant, reckoning.rules)
      ? judgeObligation(obligation, verdict, doerOf(asked.actor), reckoning)
      : refuse(notJudge),
  );
