import { describe, expect, it } from 'vitest';
import { provisioningDefinition } from '#infra/constructs/provisioning-definition.ts';
import { settled } from '#test/support/fake-runtime.ts';
import { setupMachine } from './setup-machine.ts';

const definition = provisioningDefinition({
  partition: 'aws-cn',
  stepsFunctionArn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:yunwangtong-provisioning-steps',
});

/** @param words how each wait ends: the number of the next batch, or that there is none */
const play = async (confirmation: boolean, words: readonly (number | 'Concluded')[]) => {
  const machine = await setupMachine(definition);
  const input = { tenant: 't', orderId: 'o', confirmation, at: { batch: 1 } };
  const arn = await machine.start(input);
  for (const word of words) {
    await settled();
    const token = machine.events.at(-1)?.token ?? '';
    if (word === 'Concluded') await machine.refuse(token, word);
    else
      await machine.call('SendTaskSuccess', {
        taskToken: token,
        output: JSON.stringify({ batch: word }),
      });
  }
  await settled();
  return { ...machine, arn };
};

describe('the provisioning machine', () => {
  it('waits for the three parties, then batch by batch, and enters four states for one batch', async () => {
    const { arn, entered, events, describe: look } = await play(true, [1, 'Concluded']);
    expect(await entered(arn)).toEqual(['ConfirmationAsked', 'Confirmation', 'Batch', 'Opened']);
    expect(events).toMatchObject([
      { step: 'confirmation', tenant: 't', orderId: 'o' },
      { step: 'batch', batch: 1 },
    ]);
    expect(await look(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('hands each next batch its number', async () => {
    const { arn, entered, events } = await play(true, [1, 2, 3, 'Concluded']);
    expect(await entered(arn)).toEqual([
      'ConfirmationAsked',
      'Confirmation',
      'Batch',
      'Batch',
      'Batch',
      'Opened',
    ]);
    expect(events.map((event) => Reflect.get(event, 'batch'))).toEqual([undefined, 1, 2, 3]);
  });

  it('goes straight to the batches where no confirmation is asked for', async () => {
    const { arn, entered } = await play(false, ['Concluded']);
    expect(await entered(arn)).toEqual(['ConfirmationAsked', 'Batch', 'Opened']);
  });
});
