import { randomUUID } from 'node:crypto';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { EffectHandlers } from '#functions/lifecycle/app/carry-effect.ts';
import { workTasks } from '#functions/provisioning/ports/work-tasks.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { newSecretCode } from '#shared/kernel/secret-code.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { openFromShutdown } from '../app/open-from-shutdown.ts';
import { openFor, type ReclamationRequest } from '../app/open-reclamation.ts';
import type { ClosedSystem, IssuedFile } from '../app/ports.ts';
import { type ReclamationEffectServices, reclamationEffects } from '../app/reclamation-effects.ts';
import { rectificationEffects } from '../app/rectification-effects.ts';
import { type LateBatch, takeAlong } from '../app/take-along.ts';
import type { Claims } from '../domain/claims.ts';
import { createCertificates } from '../store/certificate-store.ts';
import { createClaimStore } from '../store/claim-store.ts';
import { createReclamationMachine } from '../store/reclamation-machine.ts';
import { reclamationShape } from '../store/reclamation-shape.ts';
import { rectificationShape } from '../store/rectification-shape.ts';

export interface ReclamationForLifecycle {
  /** 关停 of a completed case: everything of its system is taken back. */
  openFromShutdown(completed: CompletedCase): Promise<void>;
  /** 关停 of its system was approved before a batch was opened: the batch is taken back by the same decision. */
  takeAlong(late: LateBatch): Promise<void>;
  /** 回收 by a person's decision that another process has recorded, e.g. 逾期未上线; asked again it is the same one. */
  open(request: ReclamationRequest): Promise<boolean>;
  /** Since when a system is being shut down; undefined where it goes on. */
  closingSince(system: ClosedSystem): Promise<string | undefined>;
  readonly effects: EffectHandlers;
}

/** Reclamation as the lifecycle's consumer drives it, under the system role. */
export const reclamationForLifecycle = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  registry: RegistryWriter,
  {
    machine,
    ...outside
  }: Pick<ReclamationEffectServices, 'endObligations'> & {
    readonly publicBaseUrl: string;
    readonly machine: { readonly client: Pick<SFNClient, 'send'>; readonly arn: string };
  },
): ReclamationForLifecycle => {
  const services = {
    reclamations: createAggregateStore(client, table, reclamationShape()),
    issuing: (issued: () => IssuedFile | undefined) =>
      createAggregateStore(client, table, reclamationShape({ issued })),
    claims: createClaimStore(client, table),
    opening: (seen: () => Claims | undefined) =>
      createAggregateStore(client, table, reclamationShape({ seen })),
    rectifications: createAggregateStore(client, table, rectificationShape),
    registry,
    certificates: createCertificates(client, table),
    references: createReferenceReader(client, table),
    tasks: workTasks(client, table),
    machine: createReclamationMachine(machine.client, machine.arn),
    clock: systemBusinessClock,
    newSalt: randomUUID,
    newCode: newSecretCode,
    ...outside,
  };
  return {
    openFromShutdown: (completed) => openFromShutdown(services, completed),
    takeAlong: (late) => takeAlong(services, late),
    open: (request) => openFor(services, request),
    closingSince: async (system) => (await services.claims.of(system)).closing?.since,
    effects: { ...reclamationEffects(services), ...rectificationEffects(services) },
  };
};
