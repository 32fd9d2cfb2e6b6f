import { z } from 'zod';
import type { AwsService, Part, RuntimeContext } from '../contract.ts';
import { createJsonService, jsonOperation, ServiceRefusal } from '../services/json-service.ts';
import { createDescribingOperations } from './describe-execution.ts';
import { createExecutionStore } from './execution-store.ts';
import { loadDefinition } from './load-definition.ts';
import { loadMachine, type Machine } from './machine.ts';
import { createTokenOperations } from './return-token.ts';
import { createRunner } from './run-executions.ts';
import { createStartingOperations } from './start-execution.ts';
import type { MachineDefinition } from './state-definition.ts';
import { createTransitions } from './write-transitions.ts';

/**
 * The state machines: a durable interpreter and the Step Functions API before it.
 * Throws when a definition uses what is not supported. An execution keeps the definition it was started with.
 */
export function createMachines(
  context: RuntimeContext,
  definitions: readonly { name: string; arn: string; definition: object }[],
): Part & { service: AwsService } {
  const machines = new Map(definitions.map((each) => [each.arn, loadMachine(each)]));
  const store = createExecutionStore(context.store.db);
  const parsed = new Map<string, MachineDefinition>();
  for (const { digest, text, definition } of machines.values()) {
    store.keepDefinition(digest, text);
    parsed.set(digest, definition);
  }

  function definitionOf(digest: string): MachineDefinition {
    const known =
      parsed.get(digest) ?? loadDefinition(digest, JSON.parse(store.definition(digest) ?? 'null'));
    parsed.set(digest, known);
    return known;
  }

  function requireMachine(arn: string): Machine {
    const machine = machines.get(arn);
    if (machine) return machine;
    throw new ServiceRefusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  const transitions = createTransitions(store, context.region, definitionOf);
  const runner = createRunner(context, store, transitions);
  const createdAt = Date.now() / 1000;
  const DescribeStateMachine = jsonOperation(z.strictObject({ stateMachineArn: z.string() }), {
    resource: ({ stateMachineArn }) => stateMachineArn,
    run({ stateMachineArn }) {
      const { arn, name, text } = requireMachine(stateMachineArn);
      const told = { stateMachineArn: arn, name, definition: text };
      return { ...told, status: 'ACTIVE', type: 'STANDARD', creationDate: createdAt };
    },
  });
  return {
    start: async () => runner.start(),
    stop: async () => runner.stop(),
    service: createJsonService('AWSStepFunctions.', 'states', {
      DescribeStateMachine,
      ...createStartingOperations(store, requireMachine, transitions, runner),
      ...createTokenOperations(store, transitions, runner),
      ...createDescribingOperations(store, requireMachine),
    }),
  };
}
