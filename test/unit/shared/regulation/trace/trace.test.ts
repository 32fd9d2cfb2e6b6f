import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Clause, clauses } from '#shared/regulation/clause-table.ts';
import { type Claim, clausesInTitle, readClaims } from '#shared/regulation/trace/read-claims.ts';
import { requiredProof, weighClaims } from '#shared/regulation/trace/weigh-claims.ts';

const obligation = (id: string, more: Partial<Clause> = {}): Clause => ({
  id,
  regulation: '规定',
  article: '第一条',
  kind: 'workflow',
  capability: 'settlement',
  wave: 'measuring',
  summary: '摘要',
  acceptance: 'Given, when, then.',
  reading: null,
  ...more,
});
const claim = (state: Claim['state'], ...ids: string[]): Claim => ({
  title: ids.join(),
  clauses: ids,
  state,
});
const two = [obligation('yc-a-1'), obligation('yc-a-2'), obligation('yc-a-3', { kind: 'principle' })];
const unproven = (...claims: Claim[]) =>
  requiredProof(weighClaims(two, claims), 'settlement')?.unproven.map(({ id }) => id);

/** Not a table of titles: their clauses would count as this test's own. */
it('finds the clauses of a title in brackets only, one or several', () => {
  const titles = [
    ['due [yc-cloud-17-4] in time', 'yc-cloud-17-4'],
    ['[yc-cloud-17-4] [kf-net-1-1] both', 'yc-cloud-17-4 kf-net-1-1'],
    ['[yc-cloud-17-4, local-link-1] both', 'yc-cloud-17-4 local-link-1'],
    ['a list [report, plan] and an id yc-cloud-17-4 without brackets', ''],
  ] as const;
  for (const [title, ids] of titles) expect(clausesInTitle(title).join(' ')).toBe(ids);
});

describe('a clause', () => {
  it('is proven by a passing test that names it', () => {
    expect(unproven(claim('passed', 'yc-a-1', 'yc-a-2'))).toEqual([]);
    expect(unproven(claim('passed', 'yc-a-1'))).toEqual(['yc-a-2']);
  });

  it('is not proven by a failing or skipped test, nor while one of its tests fails', () => {
    expect(unproven(claim('failed', 'yc-a-1'), claim('skipped', 'yc-a-2'))).toEqual(['yc-a-1', 'yc-a-2']);
    expect(unproven(claim('passed', 'yc-a-1'), claim('failed', 'yc-a-1'))).toContain('yc-a-1');
  });

  it('counts unless it is a principle', () => {
    expect(requiredProof(weighClaims(two, []), 'wave:measuring')?.total).toBe(2);
    expect(weighClaims(clauses, []).waves.find(({ name }) => name === 'application')?.total).toBe(39);
  });

  it('that the table does not hold is reported with its test', () => {
    expect(weighClaims(two, [claim('passed', 'yc-a-9')]).unknown).toEqual([
      { id: 'yc-a-9', title: 'yc-a-9' },
    ]);
  });
});

it('asks for waves and capabilities by name, and knows no others', () => {
  const trace = weighClaims(two, []);
  expect(requiredProof(trace, 'capability:settlement')).toBe(requiredProof(trace, 'settlement'));
  expect(requiredProof(trace, 'wave:settlement')).toBeUndefined();
  expect(requiredProof(trace, 'article:1')).toBeUndefined();
});

it('refuses what is no report', () => {
  expect(() => readClaims({ testResults: 'none' })).toThrow();
});

describe('the command', () => {
  const reportOf = (tests: readonly (readonly [fullName: string, status: string])[]) => ({
    startTime: 0,
    testResults: [{ assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) }],
  });
  const traceOf = (report: unknown, ...args: readonly string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'trace-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, '.trace'));
    if (report !== undefined) writeFileSync(join(folder, '.trace/last-run.json'), JSON.stringify(report));
    const main = resolve('shared/regulation/trace/main.ts');
    return spawnSync(resolve('node_modules/.bin/node'), [main, ...args], { cwd: folder, encoding: 'utf8' });
  };
  const provisioning = clauses.filter(({ capability }) => capability === 'three-party-confirmation');
  const passing = provisioning.map(({ id }) => [`does it [${id}]`, 'passed'] as const);

  it('ends with 0 when all that is required is proven, with 1 and the ids while it is not', () => {
    const met = traceOf(reportOf(passing), '--require', 'three-party-confirmation');
    expect([met.status, met.stderr]).toEqual([0, '']);
    const lacking = traceOf(reportOf(passing), '--require', 'wave:application');
    expect(lacking.status).toBe(1);
    expect(lacking.stderr).toContain('yc-cloud-15-5');
  });

  it('ends with 1 for a clause or a requirement that does not exist, with 2 without a report', () => {
    expect(traceOf(reportOf([['[yc-cloud-99-9] x', 'passed']])).status).toBe(1);
    expect(traceOf(reportOf([]), '--require', 'wave:nowhere').status).toBe(1);
    expect(traceOf(undefined).status).toBe(2);
    expect(traceOf(reportOf([])).status).toBe(0);
  });
});
