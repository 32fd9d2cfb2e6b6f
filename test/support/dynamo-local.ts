import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from '#local/java/find-free-port.ts';
import { dynamoLocalArguments } from '#local/java/locate-jar.ts';
import { waitUntilUp } from '#local/java/wait-until-up.ts';

/** One DynamoDB Local in memory on a free loopback port; `stop` ends it by SIGTERM and waits until it is gone. */
export async function startDynamoLocal(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const port = await findFreePort();
  const child = spawn('java', dynamoLocalArguments(port), {
    stdio: 'ignore',
    env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
  });
  const gone = once(child, 'exit');
  let ended: string | undefined;
  child.once('exit', (code) => {
    ended = `DynamoDB Local ended with code ${code}`;
  });
  child.once('error', (cause) => {
    ended = `java could not be started: ${cause.message}`;
  });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const endpoint = `http://127.0.0.1:${port}`;
  await waitUntilUp(endpoint, () => ended);
  return {
    endpoint,
    async stop() {
      process.removeListener('exit', end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await gone;
    },
  };
}
