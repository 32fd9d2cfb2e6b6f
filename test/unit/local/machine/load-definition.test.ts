import { describe, expect, it } from 'vitest';
import { loadDefinition } from '#local/machine/load-definition.ts';
import { approvalDefinition } from '#test/support/approval-definition.ts';

const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f', Payload: {} },
  End: true,
};
const only = (state: object, more: object = {}) => ({ StartAt: 'Only', States: { Only: state }, ...more });

describe('loading a definition', () => {
  it('takes the approval machine', () => {
    expect(Object.keys(loadDefinition('m', approvalDefinition).States)).toContain('CityRecheck');
  });

  it.each([
    ['a Wait state', only({ Type: 'Wait', Seconds: 1, End: true }), 'States.Only.Type：只支持 Task'],
    ['a Map state', only({ Type: 'Map', End: true }), '只支持 Task、Pass、Choice、Succeed、Fail'],
    ['JSONata', only(task, { QueryLanguage: 'JSONata' }), 'QueryLanguage'],
    ['a timeout of the machine', only(task, { TimeoutSeconds: 9 }), '字段 TimeoutSeconds'],
    ['a timeout of a task', only({ ...task, TimeoutSeconds: 9 }), 'States.Only：字段 TimeoutSeconds'],
    ['a heartbeat', only({ ...task, HeartbeatSeconds: 9 }), '字段 HeartbeatSeconds'],
    ['ResultSelector', only({ ...task, ResultSelector: {} }), '字段 ResultSelector'],
    ['Assign', only({ ...task, Assign: {} }), '字段 Assign'],
    [
      'another service',
      only({ ...task, Resource: 'arn:aws:states:::sqs:sendMessage' }),
      'States.Only.Resource',
    ],
    [
      'another parameter of Lambda',
      only({ ...task, Parameters: { FunctionName: 'f', Qualifier: '1' } }),
      'Qualifier',
    ],
    [
      'an intrinsic function',
      only({ ...task, Parameters: { FunctionName: 'f', Payload: { 'id.$': 'States.UUID()' } } }),
      'Payload.id.$：不支持 "States.UUID()"',
    ],
    [
      'another part of the context object',
      only({ ...task, Parameters: { FunctionName: 'f', Payload: { 'at.$': '$$.State.EnteredTime' } } }),
      '$$.State.EnteredTime',
    ],
    ['a wildcard path', only({ ...task, InputPath: '$.list[*]' }), 'States.Only.InputPath'],
    ['both Next and End', only({ ...task, Next: 'Only' }), 'Next 或 End'],
    ['an edge to nowhere', only({ ...task, Catch: [{ ErrorEquals: ['A'], Next: 'Lost' }] }), '没有状态 Lost'],
    ['a start that is not there', { StartAt: 'X', States: {} }, 'StartAt：没有状态 X'],
    [
      'States.ALL before another retrier',
      only({ ...task, Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] }),
      'States.ALL',
    ],
    [
      'a negative type test',
      only({ Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: false, Next: 'Only' }] }),
      '不支持否定的类型判断',
    ],
    [
      'an operator outside the subset',
      only({ Type: 'Choice', Choices: [{ Variable: '$.a', StringMatches: 'a*', Next: 'Only' }] }),
      '字段 StringMatches',
    ],
  ])('refuses %s by name', (_, definition, said) => {
    expect(() => loadDefinition('approval', definition)).toThrow(said);
    expect(() => loadDefinition('approval', definition)).toThrow('状态机 approval');
  });
});
