import * as z from 'zod/mini';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { completeStep, openStep } from '../app/run-step.ts';
import { systemServices } from './system-services.ts';

const services = systemServices();

const ref = {
  tenant: tenantId,
  caseId: z.string(),
};
const task = z.discriminatedUnion('step', [
  z.object({ ...ref, step: z.literal('complete') }),
  ...(['unitConfirmation', 'localReview', 'cityRecheck', 'correction'] as const).map((step) =>
    z.object({ ...ref, step: z.literal(step), token: z.string() }),
  ),
]);

/** Called by the approval machine: opens the step that it waits in, or completes the case. Asked again it changes nothing. */
export const handler = async (event: unknown): Promise<Record<string, never>> => {
  const asked = task.parse(event);
  const found = { tenant: asked.tenant, caseId: asked.caseId };
  if (asked.step === 'complete') await completeStep(services, found);
  else await openStep(services, found, asked.step, asked.token);
  return {};
};
