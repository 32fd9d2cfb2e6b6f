import { createHash } from 'node:crypto';
import { loadDefinition } from './load-definition.ts';
import type { MachineDefinition } from './state-definition.ts';

/** A state machine as deployed: its definition parsed, as text, and the digest its executions refer to it by. */
export interface Machine {
  name: string;
  arn: string;
  definition: MachineDefinition;
  text: string;
  digest: string;
}

/** Throws when the definition uses what the interpreter does not support. */
export function loadMachine(deployed: { name: string; arn: string; definition: object }): Machine {
  const text = JSON.stringify(deployed.definition);
  const digest = createHash('sha256').update(text).digest('hex');
  return {
    name: deployed.name,
    arn: deployed.arn,
    definition: loadDefinition(deployed.name, deployed.definition),
    text,
    digest,
  };
}
