import { type Door, passDoor } from '#shared/aggregate/pass-door.ts';
import type { ReclamationActBody, ReclamationAnswer } from '#shared/contracts/reclamation.ts';
import { reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import { decideReclamation } from '../domain/decide-reclamation.ts';
import type { ReclamationEvent } from '../domain/reclamation-events.ts';
import { type Reclamation, reclamationStatus } from '../domain/reclamation-state.ts';
import { withWaits } from '../domain/reclamation-waits.ts';
import { unknownProcess } from './find-process.ts';
import { isClosing } from './is-closing.ts';
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
      const rules = rulesOf(state);
      const closing = body.kind === 'restore' && (await isClosing(services, state));
      const decided = decideReclamation(actor, state, body, { rules, today: shanghaiDateOf(now), closing });
      return decided.ok ? accept(withWaits(state, decided.value, rules)) : decided;
    },
  });
};
