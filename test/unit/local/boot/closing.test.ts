import { expect, it } from 'vitest';
import { Closing } from '#local/boot/closing.ts';

function setup() {
  const closing = new Closing();
  const ended: string[] = [];
  const add = (name: string, fail?: string) =>
    closing.add(name, async () => {
      ended.push(name);
      if (fail !== undefined) throw new Error(fail);
    });
  return { closing, ended, add };
}

it('ends in the reverse order of the start, once', async () => {
  const { closing, ended, add } = setup();
  add('first');
  add('second');
  await Promise.all([closing.close(), closing.close()]);
  expect(ended).toEqual(['second', 'first']);
});

it('goes on when a step fails, and says which', async () => {
  const { closing, ended, add } = setup();
  add('first');
  add('second', 'stuck');
  expect(await closing.close()).toEqual(['second：stuck']);
  expect(ended).toEqual(['second', 'first']);
});

it('takes nothing more once the end has begun', () => {
  const { closing, add } = setup();
  void closing.close();
  expect(() => add('late')).toThrow('正在停止');
});
