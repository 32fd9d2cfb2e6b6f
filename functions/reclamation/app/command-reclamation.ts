import { type Door, passDoor } from '#shared/aggregate/pass-door.ts';
import type { ReclamationActBody, ReclamationAnswer } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { acknowledge, confirmErasure, restore, revokeCertificate } from '../domain/act-on-reclamation.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import { type Reclamation, reclamationStatus } from '../domain/reclamation-state.ts';
import { withWaits } from '../domain/reclamation-waits.ts';
import { doerOf, isAuthority, isDepartment } from '../domain/who-may.ts';
import { unknownProcess } from './find-process.ts';
import type { ReclamationRef, ReclamationServices } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { rulesOf } from './rules-of.ts';
import { maySeeReclamation } from './view-reclamation.ts';

type Answer = Promise<Result<ReclamationAnswer, Refusal>>;

/** The door of a reclamation for people. */
export const reclamationDoor = ({
  reclamations,
  newSalt,
}: ReclamationServices): Door<ReclamationRef, Reclamation, ReclamationEvent, ReclamationAnswer> => ({
  rules: reclamationProcess,
  store: reclamations,
  unknown: unknownProcess,
  moved: ({ systemName }) => ({
    code: 'reclamation-moved',
    detail: `在您查看之后，“${systemName}”的回收有了新进展，请刷新后再办。`,
  }),
  answer: (state, version) => ({
    reclamationId: state.reclamationId,
    version,
    status: reclamationStatus(state, rulesOf(state)),
  }),
  newSalt,
});

const notYours = (detail: string) => refuse<Refusal>({ code: 'not-allowed', detail });

const decide = (
  actor: Actor,
  state: Reclamation,
  body: ReclamationActBody,
  today: string,
): Result<readonly ReclamationEvent[], Refusal> => {
  const rules = rulesOf(state);
  const by = doerOf(actor);
  const department = isDepartment(actor, state);
  const authority = isAuthority(actor, state.tenant, state.authority, rules);
  switch (body.kind) {
    case 'acknowledge':
      return department
        ? acknowledge(state, by, body.archived ?? [], rules, today)
        : notYours('数据责任由使用部门确认。');
    case 'confirmErasure':
      return department
        ? confirmErasure(state, by, body.note, rules)
        : notYours('数据清除由使用部门和云服务商双方确认。');
    case 'restore':
      return authority
        ? restore(state, by, body.reason, today)
        : notYours('恢复使用由作出决定的主管部门办理。');
    case 'revoke':
      return authority ? revokeCertificate(state, by, body.reason) : notYours('证明由主管部门撤销。');
  }
};

/** 办理一件回收: each act once, by whoever it belongs to. */
export const actOnReclamation = async (
  services: ReclamationServices,
  asked: Asked,
  reclamationId: string,
  expectedVersion: number,
  body: ReclamationActBody,
): Answer => {
  const { actor } = asked;
  const tenant = reachedTenant(actor, reclamationId);
  if (!tenant) return refuse(unknownProcess);
  recordCrossTenant(actor, { tenant, caseId: reclamationId }, 'actOnReclamation');
  const now = services.clock.now();
  return passDoor(reclamationDoor(services), {
    ref: { tenant, reclamationId },
    asked,
    expectedVersion,
    at: now.toISOString(),
    maySee: (state) => maySeeReclamation(actor, state),
    decide: async ({ state }) => {
      if (body.kind === 'restore' && (await services.claims.of(state)).closing) return closed;
      const decided = decide(actor, state, body, shanghaiDateOf(now));
      return decided.ok ? accept(withWaits(state, decided.value, rulesOf(state))) : decided;
    },
  });
};

const closed = refuse<Refusal>({
  code: 'reclamation-not-now',
  detail: '这个信息系统的关停申请已经批准，资源不再恢复使用。',
});
