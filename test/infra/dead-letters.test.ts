import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluatePolicies } from '#local/aws/policy/evaluate-policies.ts';
import { type SynthesizedResource, synthesizedApp } from '#test/support/synthesized-app.ts';

type Reference = { readonly 'Fn::GetAtt'?: readonly [string, string] } | string | undefined;
interface Target {
  readonly Arn: Reference;
  readonly DeadLetterConfig?: { readonly Arn: Reference };
}

const root = join(import.meta.dirname, '../..');

async function setup() {
  const { resources, ofType, deployment } = await synthesizedApp();
  /** The resource that another of its stack refers to. */
  const referred = ({ stack }: SynthesizedResource, reference: Reference) => {
    const id = typeof reference === 'object' ? reference['Fn::GetAtt']?.[0] : undefined;
    return resources.find((one) => one.stack === stack && one.logicalId === id);
  };
  const queueName = (from: SynthesizedResource, reference: Reference) => {
    const found = referred(from, reference);
    return found?.type === 'AWS::SQS::Queue' ? String(found.properties['QueueName']) : undefined;
  };

  const mappings = ofType('AWS::Lambda::EventSourceMapping').map((mapping) => {
    const { EventSourceArn, DestinationConfig } = mapping.properties as {
      EventSourceArn: Reference;
      DestinationConfig?: { OnFailure: { Destination: Reference } };
    };
    const source = referred(mapping, EventSourceArn);
    const redrive = source?.properties['RedrivePolicy'] as { deadLetterTargetArn: Reference } | undefined;
    const dead = redrive
      ? queueName(source as SynthesizedResource, redrive.deadLetterTargetArn)
      : queueName(mapping, DestinationConfig?.OnFailure.Destination);
    return { edge: mapping.logicalId, dead };
  });
  const rules = ofType('AWS::Events::Rule').flatMap((rule) =>
    (rule.properties['Targets'] as Target[]).flatMap(({ Arn, DeadLetterConfig }) => {
      const run = referred(rule, Arn);
      const own = run?.properties['DeadLetterConfig'] as { TargetArn: Reference } | undefined;
      return [
        { edge: `${rule.logicalId} → ${run?.logicalId}`, dead: queueName(rule, DeadLetterConfig?.Arn) },
        {
          edge: `${run?.logicalId}, called asynchronously`,
          dead: run && queueName(run, own?.TargetArn),
        },
      ];
    }),
  );
  return { ofType, deployment, edges: [...mappings, ...rules] };
}

describe('every asynchronous edge', () => {
  it('is a mapping of a queue or stream, or a rule with what it calls, and ends in a dead-letter queue', async () => {
    const { edges, ofType } = await setup();
    expect(ofType('AWS::Lambda::EventInvokeConfig')).toEqual([]);
    expect(edges.length).toBe(
      ofType('AWS::Lambda::EventSourceMapping').length + 2 * ofType('AWS::Events::Rule').length,
    );
    expect(edges.filter(({ dead }) => dead === undefined)).toEqual([]);
  });

  it('may send there: a function by its role, a rule by the queue’s own word', async () => {
    const { deployment, ofType } = await setup();
    const { roles, queues } = deployment();
    for (const { logicalId, properties } of ofType('AWS::Lambda::Function')) {
      if (properties['DeadLetterConfig'] === undefined) continue;
      const role = roles.find(({ name }) => name === properties['FunctionName']);
      const resource = queues.find(({ name }) => name.endsWith('schedules-dead'))?.arn ?? '';
      const verdict = evaluatePolicies(role?.statements ?? [], {
        action: 'sqs:SendMessage',
        resource,
        context: {},
      });
      expect([logicalId, verdict]).toEqual([logicalId, 'allow']);
    }
    const said = JSON.stringify(ofType('AWS::SQS::QueuePolicy').map(({ properties }) => properties));
    for (const { logicalId } of ofType('AWS::Events::Rule'))
      expect(said).toContain(`"aws:SourceArn":{"Fn::GetAtt":["${logicalId}","Arn"]}`);
  });
});

describe('every dead-letter queue', () => {
  it('has an alarm, whose runbook names it and says how its messages go back', async () => {
    const { edges, ofType } = await setup();
    const names = new Set(edges.map(({ dead }) => dead));
    expect(names.size).toBeGreaterThan(4);
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    const redrive = readFileSync(join(root, 'docs/runbooks/redrive.md'), 'utf8');
    for (const name of names) {
      const alarm = alarms.find(({ Dimensions }) =>
        (Dimensions as { Name: string; Value: unknown }[] | undefined)?.some(
          (dimension) => dimension.Name === 'QueueName' && dimension.Value === name,
        ),
      );
      expect([name, alarm?.['MetricName'], alarm?.['Threshold']]).toEqual([
        name,
        'ApproximateNumberOfMessagesVisible',
        1,
      ]);
      expect(redrive).toContain(`\`${name}\``);
    }
  });

  it('is read by nobody but people', async () => {
    const { edges, deployment } = await setup();
    const dead = new Set(edges.map(({ dead: name }) => name));
    const read = deployment().queueSources.map(({ queueArn }) => queueArn.split(':').at(-1));
    expect(read.filter((name) => dead.has(name))).toEqual([]);
  });
});

describe('every log', () => {
  it('is kept a year by the calendar, leap day and all, and neither a role nor the end of its stack can shorten or delete it', async () => {
    const { ofType, deployment } = await setup();
    const groups = ofType('AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(ofType('AWS::Lambda::Function').length);
    expect(groups.filter(({ properties }) => Number(properties['RetentionInDays']) < 366)).toEqual([]);
    expect(groups.filter(({ deletionPolicy }) => deletionPolicy !== 'Retain')).toEqual([]);
    for (const lambda of ofType('AWS::Lambda::Function'))
      expect(lambda.properties).toMatchObject({
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
    for (const action of ['logs:DeleteLogGroup', 'logs:DeleteLogStream', 'logs:PutRetentionPolicy'])
      for (const { name, statements } of deployment().roles)
        expect([
          name,
          evaluatePolicies(statements, {
            action,
            resource: 'arn:aws-cn:logs:cn-north-1:000000000000:log-group:any:*',
            context: {},
          }),
        ]).toEqual([name, 'none']);
  });
});
