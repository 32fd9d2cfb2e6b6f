import * as z from 'zod/mini';
import type { EffectHandlers } from '#functions/lifecycle/app/carry-effect.ts';
import { passSystemDoor } from '#shared/aggregate/pass-system-door.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { disposalMeasure } from '#shared/regulation/reclamation-spec.ts';
import { carryDisposal, carryRestore } from '../domain/act-on-disposal.ts';
import type { RectificationEvent } from '../domain/rectification-events.ts';
import { openDisposal, type Rectification } from '../domain/rectification-state.ts';
import { lapse } from '../domain/requirement.ts';
import { measureLabels } from './measure-labels.ts';
import { openFor } from './open-reclamation.ts';
import type { RectificationRef, RectifyingServices } from './ports.ts';
import type { ReclamationEffectServices } from './reclamation-effects.ts';
import { rectificationProcess } from './rectification-rules.ts';
import { resourcesInUse } from './resources-in-use.ts';

type Services = ReclamationEffectServices & RectifyingServices;

const ref = z.object({ tenant: tenantId, rectificationId: z.string() });
const reclaimed = z.object({ tenant: tenantId, rectificationId: z.string(), restored: z.boolean() });
const answered = z.object({
  tenant: tenantId,
  orderId: z.string(),
  step: z.string(),
  done: z.object({ at: z.string(), evidence: z.string() }),
});

const stateOf = async ({ rectifications }: Services, found: RectificationRef): Promise<Rectification> => {
  const loaded = await rectifications.load(found);
  if (!loaded) throw new Error(`an effect of an unknown rectification ${found.rectificationId}`);
  return loaded.state;
};

const carry = (
  { rectifications, newSalt }: Services,
  found: RectificationRef,
  at: string,
  decide: (state: Rectification) => readonly RectificationEvent[],
) =>
  passSystemDoor(rectificationProcess, rectifications, {
    ref: found,
    at,
    newSalt,
    decide: (loaded) => (loaded ? decide(loaded.state) : []),
  });

const orderTask = async (services: Services, state: Rectification, step: string, title: string) => {
  const { tenant: of, systemId, rectificationId } = state;
  const provider = await services.tasks.providerOf(of);
  if (!provider) throw new Error(`${of} has no cloud provider for ${rectificationId}`);
  await services.tasks.order({
    workId: `${rectificationId}-${step}`,
    provider,
    tenant: of,
    systemName: state.systemName,
    applicant: state.organisation.name,
    task: {
      answers: 'rectification.answered',
      processId: rectificationId,
      step,
      title,
      note: state.disposals.at(-1)?.text ?? '',
      asksErasure: false,
      asksCertificate: false,
      resources: resourcesInUse(await services.registry.resourcesOf({ tenant: of, systemId })),
    },
  });
};

const stepOf = (measure: string, { disposals }: Rectification): string => `${measure}${disposals.length}`;

/** What was approved goes to the provider; taking back is a reclamation of its own, by the authority's very decision. */
const execute = async (services: Services, found: RectificationRef): Promise<void> => {
  const state = await stateOf(services, found);
  const disposal = openDisposal(state);
  const { decision } = disposal ?? {};
  if (!disposal || !decision) return;
  const { measure } = disposal;
  if (measure !== 'reclaim')
    return orderTask(services, state, stepOf(measure, state), measureLabels[measure]);
  const opened = await openFor(services, {
    tenant: state.tenant,
    reclamationId: state.rectificationId,
    systemId: state.systemId,
    cause: 'rectification',
    decision: { at: decision.at, by: decision.by, reason: decision.text },
    ruleVersion: state.ruleVersion,
  });
  if (!opened)
    await carry(services, found, services.clock.now().toISOString(), (now) =>
      carryDisposal(now, 'reclaim', '没有在用资源。'),
    );
};

/** What follows from rectifications; asked again it changes nothing. */
export const rectificationEffects = (services: Services): EffectHandlers => ({
  'rectification.execute': (effect) => execute(services, ref.parse(effect)),
  'rectification.lapse': async (effect) => {
    const now = services.clock.now();
    await carry(services, ref.parse(effect), now.toISOString(), (state) => lapse(state, shanghaiDateOf(now)));
  },
  'rectification.resume': async (effect) => {
    const state = await stateOf(services, ref.parse(effect));
    await orderTask(services, state, 'resume', '恢复服务');
  },
  'rectification.answered': async (effect) => {
    const { tenant: of, orderId, step, done } = answered.parse(effect);
    const measure = disposalMeasure.safeParse(step.replace(/\d+$/, ''));
    if (!measure.success) return;
    await carry(services, { tenant: of, rectificationId: orderId }, done.at, (state) =>
      // Told once more it is not the answer to a later disposal of the same measure.
      step === stepOf(measure.data, state) ? carryDisposal(state, measure.data, done.evidence) : [],
    );
  },
  'rectification.reclaimed': async (effect) => {
    const { restored, ...found } = reclaimed.parse(effect);
    const at = services.clock.now().toISOString();
    await carry(services, found, at, (state) =>
      restored ? carryRestore(state) : carryDisposal(state, 'reclaim', '资源已经回收。'),
    );
  },
});
