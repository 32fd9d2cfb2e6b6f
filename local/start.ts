import { join } from 'node:path';
import { bootRuntime } from './boot/boot-runtime.ts';
import { Closing } from './boot/closing.ts';
import { PhaseClock } from './boot/phase-clock.ts';
import { readEnvironment } from './boot/read-environment.ts';

/** Everything must be gone within 10 s of a signal; the rest is given up a little earlier. */
const closeLimitMs = 9_500;

const closing = new Closing();

async function end(code: number): Promise<never> {
  setTimeout(() => process.exit(1), closeLimitMs);
  for (const failure of await closing.close()) console.error(`停止时出错——${failure}`);
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!closing.begun) console.log('\n正在停止……');
    void end(0);
  });
}

// Lambda runs in UTC, and threads share the process's zone.
process.env['TZ'] = 'UTC';

try {
  const { port, dataDir } = readEnvironment(process.env);
  console.log('云网通正在启动……');
  const clock = new PhaseClock();
  const { baseUrl } = await bootRuntime(
    { root: join(import.meta.dirname, '..'), port, dataDir },
    clock,
    closing,
  );
  const phases = clock.phases.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} 秒`).join('，');
  console.log(`云网通已就绪，用时 ${clock.totalSeconds.toFixed(1)} 秒（${phases}）`);
  console.log(`  控制台    ${baseUrl}/`);
  console.log(`  接口文档  ${baseUrl}/docs`);
  console.log(`  访问令牌  npm run -s token -- dafeng-clerk`);
  console.log(`  日志      ${join(dataDir, 'logs')}`);
  console.log('  停止      按 Ctrl-C，或在另一个终端执行 npm run stop');
} catch (cause) {
  // A start that a signal has cut short is no error.
  if (!closing.begun) console.error(cause instanceof Error ? cause.message : cause);
  await end(1);
}
