import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';

const dead = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/** `yancheng.X` → `yancheng.X-2` → `yancheng.X-3`. */
const nextName = (name: string): string => {
  const [, base = name, last = '1'] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
  return `${base}-${Number(last) + 1}`;
};

/**
 * Runs a process anew whose execution is dead and can no longer be redriven: on the same machine, with the same input,
 * under the next name. Steps that were decided let it pass at once, the one that was open gets the new token. Asked twice
 * it is one execution.
 * @returns what was done, in Chinese
 */
export const restartProcess = async (
  client: Pick<SFNClient, 'send'>,
  executionArn: string,
): Promise<string> => {
  const { status, input, name, stateMachineArn } = await client.send(
    new DescribeExecutionCommand({ executionArn }),
  );
  if (name === undefined || input === undefined || !dead.includes(status ?? ''))
    throw new Error(
      `${name ?? executionArn} 的状态是 ${status}：只有失败、超时或已停止的执行才需要重新开始。`,
    );
  const next = nextName(name);
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name: next, input }));
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
    throw new Error(`${next} 已经执行过并且结束了：请查看它，它也失败的，用它的 ARN 再来。`);
  }
  return `${name} 已由 ${next} 接着办理。`;
};
