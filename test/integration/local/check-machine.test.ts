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
  const check = (purpose: string) =>
    spawnSync(process.execPath, [script, purpose], { env: { PATH: bin }, encoding: 'utf8' });
  return { bin, check };
}

const java = (version: string) => `echo 'openjdk version "${version}"' >&2`;
const installsItself = existsSync('/etc/debian_version') && process.getuid?.() === 0;

describe('the check before start and test', () => {
  it.each(['17.0.15', '21.0.2'])('is silent with Java %s', (version) => {
    const { check } = setup({ java: java(version) });
    expect(check('start')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['no Java', {}, '没有找到 Java'],
    ['Java 11', { java: java('11.0.2') }, 'Java 是 11 版'],
  ])('names %s and says what to do', (_case, commands, words) => {
    const { check } = setup({ 'apt-get': 'exit 100', ...commands });
    const { status, stderr } = check('test');
    expect(status).toBe(1);
    expect(stderr).toContain(`运行测试需要 Java 17 或更高版本，${words}`);
    if (existsSync('/etc/debian_version')) {
      expect(stderr).toContain('apt-get update && apt-get install -y openjdk-17-jre-headless');
    }
  });

  it.runIf(installsItself)('installs it by apt-get as root on Debian', () => {
    const { bin, check } = setup({
      'apt-cache': 'echo "Package: openjdk-17-jre-headless"',
      'java-17': java('17.0.1'),
      'apt-get': 'echo "$@" >> "$0.calls"; cd "$(/usr/bin/dirname "$0")" && /bin/cp java-17 java',
    });
    expect(check('start').status).toBe(0);
    expect(readFileSync(join(bin, 'apt-get.calls'), 'utf8').trim().split('\n')).toEqual([
      'update',
      'install -y --no-install-recommends openjdk-17-jre-headless',
    ]);
  });
});
