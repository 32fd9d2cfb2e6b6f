import * as z from 'zod/mini';
import { answeringActor } from '#shared/aggregate/answering-actor.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { carryCertificate, carryReclaim } from '../domain/act-on-reclamation.ts';
import { evolveReclamation, type ReclamationEvent } from '../domain/reclamation-events.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';
import { withWaits } from '../domain/reclamation-waits.ts';
import { doerOf } from '../domain/who-may.ts';
import { type Issued, issueCertificate } from './issue-certificate.ts';
import type { ReclaimingServices } from './ports.ts';
import { reclamationProcess } from './reclamation-rules.ts';
import { rulesOf } from './rules-of.ts';

const doer = z.object({ tenant: answeringActor.shape.tenant, membership: z.string() });
const answered = z.object({
  tenant: answeringActor.shape.tenant,
  orderId: z.string(),
  at: z.string(),
  by: answeringActor,
  answer: z.enum(['WorkDone', 'WorkCertified']),
  done: z.object({
    at: z.string(),
    by: doer,
    evidence: z.string(),
    erasure: z.exactOptional(z.string()),
  }),
});

/**
 * The provider's answer carried in as that person's command: the report, and behind it the certificate. Either may come
 * first: the certificate's answer brings the report along.
 */
export const carryExecution = async (services: ReclaimingServices, effect: unknown): Promise<void> => {
  const answer = answered.parse(effect);
  const { done, by: actor } = answer;
  let issued: Issued | undefined;
  await passSystemDoor(
    reclamationProcess,
    services.issuing(() => issued?.file),
    {
      ref: { tenant: answer.tenant, reclamationId: answer.orderId },
      at: done.at,
      by: actor,
      newSalt: services.newSalt,
      decide: async (loaded) => {
        if (!loaded) throw new Error(`an answer to an unknown reclamation ${answer.orderId}`);
        issued = undefined;
        const { at, by, ...report } = done;
        const rules = rulesOf(loaded.state);
        const reported = carryReclaim(loaded.state, by, report, rules, at);
        if (answer.answer === 'WorkDone') return withWaits(loaded.state, reported, rules);
        const state = reported.reduce<Reclamation>(
          (before, event) => evolveReclamation(before, event, at),
          loaded.state,
        );
        if (state.certificate || state.restored) return withWaits(loaded.state, reported, rules);
        issued = await issueCertificate(services, state, actor.organisation.name, doerOf(actor), answer.at);
        const certified: readonly ReclamationEvent[] = issued
          ? carryCertificate(state, issued.certificate, rules)
          : [];
        return withWaits(loaded.state, [...reported, ...certified], rules);
      },
    },
  );
};
