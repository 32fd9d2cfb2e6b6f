import { parentPort, workerData } from 'node:worker_threads';
import { BusinessClock } from '../clock/business-clock.ts';
import type { InvocationMessage, WorkerMessage, WorkerSetup } from './worker-messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const setup = workerData as WorkerSetup;
const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only');
const send = (message: WorkerMessage) => port.postMessage(message);

const clock = new BusinessClock(setup.clock);
Object.assign(globalThis, {
  [Symbol.for('yunwangtong.business-clock')]: () => clock.now(),
  [Symbol.for('yunwangtong.outbound')]: postToInbox,
});

/** Nothing leaves this machine: calls to the inbox's host arrive in the inbox, all others are refused by name. */
async function postToInbox(url: URL, body: string, headers: Record<string, string>): Promise<number> {
  const { host, target } = setup.outbound;
  if (url.host !== host) throw new Error(`内嵌环境不向外发送，只能发到 ${host}，不能发到 ${url.host}`);
  const response = await fetch(target, { method: 'POST', body, headers, redirect: 'error' });
  await response.arrayBuffer();
  return response.status;
}

const describeError = (cause: unknown) =>
  cause instanceof Error
    ? { errorType: cause.name, errorMessage: cause.message }
    : { errorType: typeof cause, errorMessage: String(cause) };

/** The part of Lambda's context object that exists here. */
const contextOf = ({ id, deadline }: InvocationMessage) => ({
  awsRequestId: id,
  callbackWaitsForEmptyEventLoop: false,
  functionName: setup.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: setup.functionArn,
  memoryLimitInMB: String(setup.memoryMiB),
  logGroupName: `/aws/lambda/${setup.functionName}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

async function answer(handler: Handler, message: InvocationMessage): Promise<void> {
  try {
    const payload = await handler(JSON.parse(message.event), contextOf(message));
    send({ kind: 'answer', id: message.id, payload: JSON.stringify(payload) ?? 'null' });
  } catch (cause) {
    // Lambda writes a handler's error with its stack to the function's log.
    console.error(cause);
    send({ kind: 'error', id: message.id, ...describeError(cause) });
  }
}

try {
  const exports = (await import(setup.module)) as Record<string, unknown>;
  const handler = exports[setup.exportName];
  if (typeof handler !== 'function')
    throw new Error(`${setup.module} exports no function ${setup.exportName}`);
  port.on('message', (message: InvocationMessage) => answer(handler as Handler, message));
  send({ kind: 'ready' });
} catch (cause) {
  console.error(cause);
  send({ kind: 'failedToLoad', ...describeError(cause) });
}
