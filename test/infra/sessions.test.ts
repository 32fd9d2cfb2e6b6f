import { describe, expect, it } from 'vitest';
import { functionNames } from '#infra/function-entries.ts';
import { evaluatePolicies } from '#local/aws/policy/evaluate-policies.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const actions = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'];

async function setup() {
  const { deployment } = await synthesizedApp();
  const { roles, table } = deployment();
  const statements = roles.find(({ name }) => name === 'yunwangtong-session')?.statements ?? [];
  const judge = (action: string, resource: string, keys?: string[]) =>
    evaluatePolicies(statements, {
      action,
      resource,
      context: keys === undefined ? {} : { 'dynamodb:leadingkeys': keys },
    });
  return { judge, roles, table: table.arn };
}

describe('the session function', () => {
  it.each(actions)('may %s sessions and the marks of signing out', async (action) => {
    const { judge, table } = await setup();
    for (const key of ['S#SESSION#0123', 'S#SESSION#OF#person'])
      expect(judge(`dynamodb:${action}`, table, [key])).toBe('allow');
  });

  it.each([...actions, 'Query', 'Scan', 'BatchGetItem'])('may not %s anything else', async (action) => {
    const { judge, table } = await setup();
    const foreign = [
      'T#yancheng/dafeng#C#1',
      'U#person',
      'L#0123',
      'S#SWEEP',
      'S#SESSIONS',
      'R#yancheng#TENANTS',
    ];
    for (const key of foreign) {
      expect(judge(`dynamodb:${action}`, table, [key])).toBe('none');
      expect(judge(`dynamodb:${action}`, table, ['S#SESSION#0123', key])).toBe('none');
    }
    expect(judge(`dynamodb:${action}`, table)).toBe('none');
  });

  it('looks into no index and takes on no data role', async () => {
    const { judge, roles, table } = await setup();
    for (const index of ['worklist', 'due', 'lookup'])
      expect(judge('dynamodb:Query', `${table}/index/${index}`, ['S#SESSION#0123'])).toBe('none');
    for (const { arn } of roles) expect(judge('sts:AssumeRole', arn)).toBe('none');
  });

  it('is the only function whose own role reaches the table', async () => {
    const { roles, table } = await setup();
    const reaching = functionNames.filter(
      (name) =>
        evaluatePolicies(roles.find((role) => role.name === `yunwangtong-${name}`)?.statements ?? [], {
          action: 'dynamodb:GetItem',
          resource: table,
          context: { 'dynamodb:leadingkeys': ['S#SESSION#0123'] },
        }) === 'allow',
    );
    expect(reaching).toEqual(['session']);
  });
});
