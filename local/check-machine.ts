import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** DynamoDB Local needs it. */
const leastJava = 17;

/** Major version of `java` on the path; undefined when there is none. */
function findJava(): number | undefined {
  const { stdout, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(`${stdout ?? ''}${stderr ?? ''}`)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Debian's package: 17 where it is offered, else the release's own, which is newer. */
function choosePackage(): string {
  const { stdout } = spawnSync('apt-cache', ['show', 'openjdk-17-jre-headless'], { encoding: 'utf8' });
  return stdout?.includes('Package:') ? 'openjdk-17-jre-headless' : 'default-jre-headless';
}

const isDebian = existsSync('/etc/debian_version');
const isRoot = process.getuid?.() === 0;

/** Installs it on Debian; a failure has been shown by apt-get itself, the advice follows. */
function installJava(): void {
  console.error('缺少 Java 17，正在用 apt-get 安装……');
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', choosePackage()], {
    stdio: 'inherit',
    env,
  });
}

/** What a person types to get it. */
function adviseJava(): string {
  const command = 'apt-get update && apt-get install -y openjdk-17-jre-headless';
  if (!isDebian) return '请安装 Java 17 或更高版本（https://adoptium.net），并让 java 命令可用';
  return `请执行：\n  ${isRoot ? command : `sudo sh -c '${command}'`}`;
}

const purposes: Record<string, string> = { start: '运行本系统', test: '运行测试' };
const purpose = purposes[process.argv[2] ?? ''];
if (purpose === undefined) throw new Error('用法：node local/check-machine.ts start|test');

if ((findJava() ?? 0) < leastJava && isDebian && isRoot) installJava();
const found = findJava();
if (found === undefined || found < leastJava) {
  const what = found === undefined ? '没有找到 Java' : `Java 是 ${found} 版`;
  console.error(`${purpose}需要 Java ${leastJava} 或更高版本，${what}。${adviseJava()}`);
  process.exitCode = 1;
}
