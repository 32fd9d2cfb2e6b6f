import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { logCodes } from '#shared/log/log.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const root = join(import.meta.dirname, '../..');

describe('every alarm', () => {
  it('tells the topic that the deployment names, in either partition', async () => {
    const { ofType, folder } = await synthesizedApp();
    const alarms = ofType('AWS::CloudWatch::Alarm');
    const action = {
      'Fn::If': ['AlarmTopicGiven', { Ref: 'AlarmTopicArn' }, { Ref: 'AWS::NoValue' }],
    };
    for (const { properties } of alarms)
      expect([properties['AlarmName'], properties['AlarmActions']]).toEqual([
        properties['AlarmName'],
        [action],
      ]);
    for (const stack of new Set(alarms.map((alarm) => alarm.stack))) {
      const { Parameters, Conditions } = JSON.parse(
        readFileSync(join(folder, `${stack}.template.json`), 'utf8'),
      );
      expect(Conditions.AlarmTopicGiven).toEqual({
        'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AlarmTopicArn' }, 'none'] }],
      });
      const { Default, AllowedPattern } = Parameters.AlarmTopicArn;
      const allowed = (arn: string) => new RegExp(AllowedPattern).test(arn);
      expect(Default).toBe('none');
      expect(allowed(Default)).toBe(true);
      expect(allowed('arn:aws-cn:sns:cn-north-1:111122223333:duty')).toBe(true);
      expect(allowed('arn:aws:sns:us-east-1:111122223333:duty')).toBe(true);
      expect(allowed('duty@example.cn')).toBe(false);
      expect(allowed('')).toBe(false);
    }
  });

  it('of silence rings for every rule of the clock, also when nothing is counted any more', async () => {
    const { ofType } = await synthesizedApp();
    const silent = ofType('AWS::CloudWatch::Alarm').filter(
      ({ properties }) => properties['ComparisonOperator'] === 'LessThanThreshold',
    );
    expect(silent.map(({ properties }) => properties['AlarmName']).sort()).toEqual(
      ofType('AWS::Events::Rule')
        .map(({ properties }) => `${properties['Name']}-silent`)
        .sort(),
    );
    for (const { properties } of silent) expect(properties['TreatMissingData']).toBe('breaching');
  });

  it('on log lines counts a code that the functions write, and what fails without failing its run', async () => {
    const { ofType } = await synthesizedApp();
    const codes = ofType('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties['MetricName'] === 'Logged')
      .map(({ properties }) => (properties['Dimensions'] as { Value: string }[])[0]?.Value ?? '');
    expect(codes.filter((code) => !(code in logCodes))).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(['reminder.failed', 'delivery.failed', 'notice.given-up']));
  });

  it('is told by its name in the runbook that it names', async () => {
    const { ofType } = await synthesizedApp();
    for (const { properties } of ofType('AWS::CloudWatch::Alarm')) {
      const name = String(properties['AlarmName']);
      const runbook = /docs\/runbooks\/[a-z-]+\.md$/.exec(String(properties['AlarmDescription']))?.[0] ?? '';
      const text = readFileSync(join(root, runbook), 'utf8');
      const told = name.replace(/^yunwangtong-.*-errors$/, 'yunwangtong-<函数>-errors');
      expect([name, text.includes(`\`${told}\``)]).toEqual([name, true]);
    }
  });

  it('of a function’s errors stands beside each function', async () => {
    const { ofType } = await synthesizedApp();
    const alarms = ofType('AWS::CloudWatch::Alarm');
    for (const lambda of ofType('AWS::Lambda::Function')) {
      const beside = alarms.find(
        ({ stack, properties }) =>
          stack === lambda.stack &&
          properties['Namespace'] === 'AWS/Lambda' &&
          properties['MetricName'] === 'Errors' &&
          JSON.stringify(properties['Dimensions']).includes(`"${lambda.logicalId}"`),
      );
      expect([lambda.logicalId, beside?.properties['TreatMissingData']]).toEqual([
        lambda.logicalId,
        'notBreaching',
      ]);
    }
  });

  it('of a function’s errors finds a row that tells what its failure means', () => {
    const rows = readFileSync(join(root, 'docs/runbooks/function-errors.md'), 'utf8').matchAll(
      /^\| (`.*?) \|/gm,
    );
    const told = [...rows].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(told.toSorted()).toEqual(functionNames.toSorted());
  });
});
