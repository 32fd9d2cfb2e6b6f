import { readEnvironment } from './boot/read-environment.ts';
import { readRuntimeFile } from './boot/runtime-file.ts';

/** Prints an access token of a demo person of the running system: `npm run -s token -- dafeng-clerk`. */
async function printToken(user: string | undefined): Promise<void> {
  if (user === undefined) throw new Error('用法：npm run -s token -- <演示身份>，例如 dafeng-clerk');
  const { dataDir } = readEnvironment(process.env);
  const runtime = readRuntimeFile(dataDir);
  if (runtime === undefined) throw new Error(`${dataDir} 上没有运行中的系统，请先执行 npm start`);
  const answer = await fetch(`${runtime.baseUrl}/_local/token?user=${encodeURIComponent(user)}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  process.stdout.write(`${text}\n`);
}

try {
  await printToken(process.argv[2]);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
