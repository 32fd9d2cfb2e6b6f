import { describe, expect, it } from 'vitest';
import { awaitStatus, decide } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory, type OpenScreen } from '#test/support/browser/browser-story.ts';
import { openFromWorklist, pressVerb } from '#test/support/browser/decide-task.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();

/** A county's reviewer at a desk of their own, with the case open. */
const sitDown = async (open: OpenScreen, user: string, caseId: string) => {
  const page = await open({ refusals: [409, 412] });
  await signInAs(page, user);
  await openFromWorklist(page, caseId);
  return page;
};

describe('two desks at one matter', () => {
  it(
    'of two who decide at once exactly one wins, and the other reads who decided what',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'sheyang');
      const caseId = await submitted(cast);
      const desks = await Promise.all([
        sitDown(open, 'sheyang-reviewer', caseId),
        sitDown(open, 'sheyang-reviewer', caseId),
      ]);
      await Promise.all(desks.map((desk, at) => pressVerb(desk, '通过', `第${at + 1}个人的意见。`)));
      const outcomes = await Promise.all(
        desks.map((desk) =>
          Promise.race([
            desk
              .getByRole('region', { name: '办理', exact: true })
              .waitFor({ state: 'detached' })
              .then(() => 'decided'),
            desk
              .getByRole('dialog')
              .getByRole('alert')
              .waitFor()
              .then(() => 'refused'),
          ]),
        ),
      );
      expect([...outcomes].sort()).toEqual(['decided', 'refused']);
      const loser = desks[outcomes.indexOf('refused')];
      await loser
        ?.getByRole('dialog')
        .getByText(/^射阳县数据局 \S+ 已通过。/)
        .waitFor();
      const { tasks } = await cast.clerk.view(caseId);
      expect(
        tasks.filter(
          ({ decision }) => decision?.outcome === 'approve' && decision.opinion?.includes('个人的意见'),
        ),
      ).toHaveLength(1);
    }),
  );
  it(
    'a page that is behind is told what was decided meanwhile and shows it after 刷新',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'sheyang');
      const caseId = await submitted(cast);
      const desk = await sitDown(open, 'sheyang-reviewer', caseId);
      await decide(cast.reviewer, caseId, 'return', '请补充测算依据。');
      await pressVerb(desk, '通过', '资源需求合理。');
      const dialog = desk.getByRole('dialog');
      await dialog.getByText(/^射阳县数据局 \S+ 已退回补正。/).waitFor();
      await dialog.getByRole('button', { name: '刷新' }).click();
      await desk.getByRole('region', { name: '办理意见' }).getByText('请补充测算依据。').waitFor();
      expect(await desk.getByRole('region', { name: '办理', exact: true }).count()).toBe(0);
    }),
  );

  it(
    'a confirmation of what was edited meanwhile is stopped; after 刷新 the opinion typed before is still there',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'sheyang');
      const caseId = await sentForConfirmation(cast.clerk);
      const { sections } = await cast.clerk.view(caseId);
      const desk = await sitDown(open, 'sheyang-cdo', caseId);
      const plan = sections.find(({ section }) => section === 'plan');
      const background = `${String(plan?.content['background'])}旧服务器年底前下线。`;
      await cast.clerk.saveSection(caseId, 'plan', plan?.version ?? 0, { ...plan?.content, background });

      const opinion = '材料由业务科逐项核对，情况属实。';
      await pressVerb(desk, '确认提交', opinion);
      await desk.getByRole('dialog').getByRole('button', { name: '刷新' }).click();
      await desk.getByText('旧服务器年底前下线。').first().waitFor();
      await desk.getByRole('button', { name: '确认提交' }).click();
      const dialog = desk.getByRole('dialog', { name: /^确认提交/ });
      expect(await dialog.getByLabel(/办理意见/).inputValue()).toBe(opinion);
      await dialog.getByRole('button', { name: '确认提交' }).click();
      const { tasks } = await awaitStatus(cast.clerk, caseId, 'reviewing');
      expect(tasks.map(({ decision }) => decision?.opinion)).toContain(opinion);
    }),
  );
});
