import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

/** Something that no npm package brings: what it is, what is wrong with it here, and who has it. */
export interface MachineNeed {
  readonly name: string;
  readonly purposes: readonly ('start' | 'test')[];
  /** In Chinese; undefined when nothing is wrong. */
  readonly fault: () => string | undefined;
  /** Debian's package. */
  readonly debianPackage: () => string;
  /** What to do where there is no apt-get. */
  readonly elsewhere: string;
}

/** DynamoDB Local needs it. */
const leastJava = 17;

/** Major version of `java` on the path; undefined when there is none. */
const findJava = (): number | undefined => {
  const { stdout, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(`${stdout ?? ''}${stderr ?? ''}`)?.[1];
  return version === undefined ? undefined : Number(version);
};

const javaFault = (): string | undefined => {
  const found = findJava();
  if (found === undefined) return '没有找到 Java';
  return found < leastJava ? `Java 是 ${found} 版` : undefined;
};

/** 17 where Debian offers it, else the release's own, which is newer. */
const javaPackage = (): string => {
  const { stdout } = spawnSync('apt-cache', ['show', 'openjdk-17-jre-headless'], { encoding: 'utf8' });
  return stdout?.includes('Package:') ? 'openjdk-17-jre-headless' : 'default-jre-headless';
};

export const isDebian = existsSync('/etc/debian_version');

/** Other systems bring Chinese fonts of their own. */
const fontsFault = (): string | undefined => {
  if (!isDebian) return undefined;
  const { stdout } = spawnSync('dpkg', ['-s', 'fonts-noto-cjk'], { encoding: 'utf8' });
  return stdout?.includes('Status: install ok installed') ? undefined : '没有安装 fonts-noto-cjk';
};

export const machineNeeds: readonly MachineNeed[] = [
  {
    name: `Java ${leastJava} 或更高版本`,
    purposes: ['start', 'test'],
    fault: javaFault,
    debianPackage: javaPackage,
    elsewhere: '请安装 Java 17 或更高版本（https://adoptium.net），并让 java 命令可用',
  },
  {
    name: 'Chromium 浏览器',
    purposes: ['test'],
    fault: () => (findChromium() === undefined ? '没有找到 Chromium' : undefined),
    debianPackage: () => 'chromium',
    elsewhere: '请安装 Chromium 或 Chrome，并用环境变量 CHROMIUM_PATH 指明它的位置',
  },
  {
    name: '中文字体',
    purposes: ['test'],
    fault: fontsFault,
    debianPackage: () => 'fonts-noto-cjk',
    elsewhere: '请安装中文字体',
  },
];
