import { expect, test } from 'vitest';
import { readProblem } from '../../../../web/api/read-problem.ts';

test('a problem is shown in its own words, malformed field problems left out', () => {
  const error = { pointer: '/report/action', code: 'required', message: '请选择部署或迁移。' };
  const body = {
    type: 'urn:yunwangtong:problem:form-incomplete',
    title: '申请材料还不能送确认',
    status: 422,
    code: 'form-incomplete',
    detail: '还有 1 处需要补全或改正。',
    errors: [error, { pointer: 3 }, null],
    traceId: 'r-1',
  };
  expect(readProblem(422, body)).toEqual({
    status: 422,
    code: 'form-incomplete',
    title: '申请材料还不能送确认',
    detail: '还有 1 处需要补全或改正。',
    errors: [error],
    traceId: 'r-1',
  });
});

test('an authorizer that turns away, here or on AWS, asks to sign in again, since the token has run out', () => {
  for (const body of [
    { message: 'Forbidden' },
    { message: 'Forbidden', title: '登录已失效或没有这个任职', code: 'not-allowed' },
  ])
    expect(readProblem(403, body)).toMatchObject({ status: 401, title: '登录已过期' });
});

test.each([
  [401, { message: 'Unauthorized' }, '登录已过期'],
  [403, undefined, '没有权限'],
  [429, { message: 'Too Many Requests' }, '操作过于频繁'],
  [503, { message: 'Service Unavailable' }, '系统暂时不能处理'],
  [502, undefined, '系统暂时不能处理'],
])("the gateway's own %i is put into Chinese", (status, body, title) => {
  expect(readProblem(status, body)).toMatchObject({ status, title, errors: [] });
});
