import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../../local/check-machine.ts');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A machine whose only commands are these shell scripts. */
function setup(commands: Record<string, string>) {
  const bin = mkdtempSync(join(tmpdir(), 'machine-'));
  folders.push(bin);
  for (const [name, body] of Object.entries(commands)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const check = (purpose: string, environment: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [script, purpose], { env: { PATH: bin, ...environment }, encoding: 'utf8' });
  const installed = () => readFileSync(join(bin, 'apt-get.calls'), 'utf8').trim().split('\n');
  return { bin, check, installed };
}

const java = (version: string) => `echo 'openjdk version "${version}"' >&2`;
const isDebian = existsSync('/etc/debian_version');
const installsItself = isDebian && process.getuid?.() === 0;

/** Everything that the tests need; `apt-get` fails, so that nothing is mended on the way. */
const complete = {
  java: java('17.0.15'),
  chromium: '',
  dpkg: 'echo "Status: install ok installed"',
  'apt-get': 'exit 100',
};
const without = (name: keyof typeof complete) => {
  const { [name]: _left, ...rest } = complete;
  return rest;
};

describe('the check before start and test', () => {
  it.each(['17.0.15', '21.0.2'])('is silent with Java %s', (version) => {
    const { check } = setup({ java: java(version) });
    expect(check('start')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('is silent before the tests when nothing is missing', () => {
    expect(setup(complete).check('test')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['no Java', without('java'), 'Java 17 或更高版本，没有找到 Java', 'openjdk-17-jre-headless'],
    [
      'Java 11',
      { ...complete, java: java('11.0.2') },
      'Java 17 或更高版本，Java 是 11 版',
      'openjdk-17-jre-headless',
    ],
    ['no Chromium', without('chromium'), 'Chromium 浏览器，没有找到 Chromium', 'chromium'],
  ])('names %s and says what to do', (_case, commands, words, debianPackage) => {
    const { check } = setup({ 'apt-cache': 'echo "Package: openjdk-17-jre-headless"', ...commands });
    const { status, stderr } = check('test');
    expect(status).toBe(1);
    expect(stderr).toContain(`运行测试需要${words}`);
    if (isDebian) expect(stderr).toContain(`apt-get update && apt-get install -y ${debianPackage}\n`);
  });

  it.runIf(isDebian)('names missing Chinese fonts', () => {
    const { stderr, status } = setup({ ...complete, dpkg: 'exit 1' }).check('test');
    expect(status).toBe(1);
    expect(stderr).toContain('运行测试需要中文字体，没有安装 fonts-noto-cjk');
    expect(stderr).toContain('apt-get install -y fonts-noto-cjk\n');
  });

  it('takes the browser that CHROMIUM_PATH names', () => {
    const { bin, check } = setup({ ...without('chromium'), 'my-browser': '' });
    expect(check('test', { CHROMIUM_PATH: join(bin, 'my-browser') }).status).toBe(0);
    expect(check('test', { CHROMIUM_PATH: join(bin, 'no-browser') }).status).toBe(1);
  });

  it('asks for no browser before a start', () => {
    expect(setup({ java: java('17.0.15') }).check('start').status).toBe(0);
  });

  it.runIf(installsItself)('installs Java by apt-get as root on Debian', () => {
    const { check, installed } = setup({
      'apt-cache': 'echo "Package: openjdk-17-jre-headless"',
      'java-17': java('17.0.1'),
      'apt-get': 'echo "$@" >> "$0.calls"; cd "$(/usr/bin/dirname "$0")" && /bin/cp java-17 java',
    });
    expect(check('start').status).toBe(0);
    expect(installed()).toEqual(['update', 'install -y --no-install-recommends openjdk-17-jre-headless']);
  });

  it.runIf(installsItself)('installs what the browser tests miss, all at once', () => {
    const { check, installed } = setup({
      java: java('17.0.1'),
      dpkg: 'test -e "$0.done" && echo "Status: install ok installed"',
      'apt-get': 'echo "$@" >> "$0.calls"; cd "$(/usr/bin/dirname "$0")" && : > chromium && : > dpkg.done',
    });
    expect(check('test').status).toBe(0);
    expect(installed()).toEqual(['update', 'install -y --no-install-recommends chromium fonts-noto-cjk']);
  });
});
