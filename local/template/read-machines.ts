import { z } from 'zod';
import type { OpenTemplates } from './open-template.ts';
import { machineKind } from './resources/state-machine.ts';

export interface MachineSpec {
  readonly name: string;
  readonly arn: string;
  /** Amazon States Language. */
  readonly definition: object;
}

const definitionSchema = z.looseObject({ StartAt: z.string() });

/** State machines with their definitions parsed; the interpreter checks what it supports. */
export function readMachines(templates: OpenTemplates): MachineSpec[] {
  return templates.find(machineKind).map(({ name, ref, properties }) => ({
    name,
    arn: ref,
    definition: definitionSchema.parse(JSON.parse(properties.DefinitionString)),
  }));
}
