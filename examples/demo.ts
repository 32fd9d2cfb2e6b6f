import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countStates } from './count-states.ts';
import { clientOf, readEmbeddedSystem } from './embedded-system.ts';
import { playWithCorrection, type WrittenApplication } from './play-application.ts';

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
const [clerk, cdo, reviewer, leader, operator] = await Promise.all(
  ['dafeng-clerk', 'dafeng-cdo', 'dafeng-reviewer', 'dafeng-leader', 'yancheng-operator'].map((user) =>
    clientOf(system, user),
  ),
);
if (!clerk || !cdo || !reviewer || !leader || !operator) throw new Error('演示人员不全');

const finished = await playWithCorrection({ clerk, cdo, reviewer, leader, operator }, application, tell);
const states = await countStates(system, finished.tenant, finished.caseId);
tell(`办结：${finished.systemName}，${finished.round} 轮，状态机进入 ${states} 个状态`);
console.log(`\n在浏览器中查看：${system.baseUrl}/cases/${finished.caseId}（以 dafeng-clerk 等演示身份登录）`);
console.log(`接口说明：${system.baseUrl}/docs`);
