import { spawnSync } from 'node:child_process';
import { isDebian, type MachineNeed, machineNeeds } from './machine-needs.ts';

const isRoot = process.getuid?.() === 0;

/** Installs Debian's packages; a failure has been shown by apt-get itself, the advice follows. */
function install(missing: readonly MachineNeed[]): void {
  console.error(`缺少${missing.map(({ name }) => name).join('、')}，正在用 apt-get 安装……`);
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  const packages = missing.map(({ debianPackage }) => debianPackage());
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** What a person types to get it. */
function advise(missing: readonly MachineNeed[]): string {
  if (!isDebian) return missing.map(({ elsewhere }) => elsewhere).join('\n');
  const packages = missing.map(({ debianPackage }) => debianPackage()).join(' ');
  const command = `apt-get update && apt-get install -y ${packages}`;
  return `请执行：\n  ${isRoot ? command : `sudo sh -c '${command}'`}`;
}

const purposes = { start: '运行本系统', test: '运行测试' } as const;
const asked = process.argv[2];
if (asked !== 'start' && asked !== 'test') throw new Error('用法：node local/check-machine.ts start|test');

const findMissing = () =>
  machineNeeds.filter((need) => need.purposes.includes(asked) && need.fault() !== undefined);

if (isDebian && isRoot) {
  const missing = findMissing();
  if (missing.length > 0) install(missing);
}
const missing = findMissing();
if (missing.length > 0) {
  for (const { name, fault } of missing) console.error(`${purposes[asked]}需要${name}，${fault()}。`);
  console.error(advise(missing));
  process.exitCode = 1;
}
