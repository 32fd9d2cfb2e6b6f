import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countStates, executionOf, historyOf } from './count-states.ts';
import { clientOf, readEmbeddedSystem } from './embedded-system.ts';
import { businessClock } from './lifecycle/business-clock.ts';
import { playKaifeng } from './lifecycle/kaifeng/play-kaifeng.ts';
import { kaifengPeople } from './lifecycle/kaifeng/told.ts';
import { playLifecycle } from './lifecycle/play-lifecycle.ts';
import { playWithCorrection, type WrittenApplication } from './play-application.ts';
import { deskOf } from './play-opening.ts';

const dataDir = process.env['DATA_DIR'] ?? '.data';
const started = performance.now();
const tell = (line: string): void =>
  console.log(`[${((performance.now() - started) / 1000).toFixed(1)} 秒] ${line}`);

const readSystem = () => {
  try {
    return readEmbeddedSystem(dataDir);
  } catch {
    console.error(`没有找到运行中的系统（${dataDir}）。请先在另一个终端执行 npm start。`);
    process.exit(1);
  }
};

const system = readSystem();
const application = JSON.parse(
  readFileSync(join(import.meta.dirname, 'dafeng-application.json'), 'utf8'),
) as WrittenApplication;

const castOf = async (county: string) => {
  const users = ['clerk', 'cdo', 'reviewer', 'leader'].map((role) => `${county}-${role}`);
  const [clerk, cdo, reviewer, leader, operator, provider] = await Promise.all(
    [...users, 'yancheng-operator', 'yancheng-provider'].map((user) => clientOf(system, user)),
  );
  if (!clerk || !cdo || !reviewer || !leader || !operator || !provider) throw new Error('演示人员不全');
  const desks = {
    clerk: deskOf(clerk),
    cdo: deskOf(cdo),
    operator: deskOf(operator),
    provider: deskOf(provider),
  };
  return { clerk, cdo, reviewer, leader, operator, desks };
};

const stories: Readonly<Record<string, () => Promise<void>>> = {
  application: async () => {
    const finished = await playWithCorrection(await castOf('dafeng'), application, tell);
    const execution = executionOf(system, finished.tenant, finished.caseId);
    const states = countStates(await historyOf(system, execution));
    tell(`办结：${finished.systemName}，${finished.round} 轮，状态机进入 ${states} 个状态`);
    console.log(
      `\n在浏览器中查看：${system.baseUrl}/cases/${finished.caseId}（以 dafeng-clerk 等演示身份登录）`,
    );
    console.log(`接口说明：${system.baseUrl}/docs`);
  },
  lifecycle: async () => {
    const told = { cast: await castOf('sheyang'), application, clock: businessClock(system), tell };
    const { systems, certificate } = await playLifecycle(told);
    tell('三个系统的一生结束；以下是开封市的一个系统');
    const { system: ended } = await playKaifeng({ ...told, cast: await kaifengPeople(system, 'weishi') });
    tell(`系统日期已拨到 ${await told.clock.today()}`);
    console.log(
      `\n在浏览器中查看：${system.baseUrl}/registry/${systems[0]}（以 sheyang-clerk 等演示身份登录）`,
    );
    console.log(
      `开封市的系统：${system.baseUrl}/registry/${ended.systemId}（以 weishi-clerk 等演示身份登录）`,
    );
    console.log(
      `核验证明：${system.baseUrl}/certificates，证明编号 ${certificate.number}，验证码 ${certificate.code}`,
    );
    console.log(`拨回日期：curl -X POST ${system.baseUrl}/_local/clock -d '{"reset":true}'`);
  },
};

const [name = 'application'] = process.argv.slice(2);
const story = stories[name];
if (!story) {
  console.error(`没有演示 ${name}，可以选：${Object.keys(stories).join('、')}`);
  process.exit(2);
}
await story();
