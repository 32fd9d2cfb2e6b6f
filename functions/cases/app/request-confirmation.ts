import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { requestConfirmation as decideRequest } from '../domain/request-confirmation.ts';
import { decisionContext } from './decision-context.ts';
import { refOf } from './find-case.ts';
import { type CommandAnswer, passDoor } from './pass-door.ts';
import { readForm } from './read-form.ts';
import type { CaseServices } from './services.ts';

/** 送确认: from a draft, or again after a correction. */
export const requestConfirmation = async (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  caseId: string,
  expectedVersion: number,
): Promise<Result<CommandAnswer, Refusal>> => {
  const ref = refOf(actor, caseId);
  if (!ref.ok) return ref;
  return passDoor(
    services.cases,
    ref.value,
    asked,
    expectedVersion,
    services.clock.now().toISOString(),
    async (loaded) => {
      const context = await decisionContext(services, loaded.state);
      if (!context.ok) return context;
      const [form, authorityDesignated] = await Promise.all([
        readForm(services, ref.value, loaded, context.value),
        services.references.authorityDesignated(loaded.state.tenant),
      ]);
      const decided = decideRequest(
        { form: form.facts, authorityDesignated },
        loaded.state,
        actor,
        context.value,
      );
      return decided.ok ? accept({ events: decided.value }) : decided;
    },
  );
};
