import { describe, expect, it } from 'vitest';
import { awaitTask } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { demandNoSidewaysScroll, seriousFindings } from '#test/support/browser/judge-page.ts';
import { screens } from '#test/support/browser/screens.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';
import { closure } from '#test/support/holiday-notices.ts';

describe('a holiday notice', () => {
  it(
    'is tried, published and followed by the administrator; the reviewer sees the old day, the new one, why and who was told',
    browserStory(async (open) => {
      const cast = await countyCast(sharedSystem(), 'xiangshui');
      const caseId = await submitted(cast);
      const { targetOn: before = '' } = await awaitTask(cast.reviewer, caseId);
      const { number } = await cast.clerk.view(caseId);
      const notice = closure(before);

      const administrator = await open();
      await signInAs(administrator, 'xiangshui-tenantadmin', '/admin/calendar');
      await administrator.getByText('从文件或文本导入（JSON）').click();
      await administrator.getByLabel('粘贴通知内容').fill(JSON.stringify(notice));
      await administrator.getByRole('button', { name: '导入文本' }).click();
      await administrator.getByRole('button', { name: '试算影响' }).click();
      const foreseen = administrator.getByRole('row').filter({ hasText: number });
      await foreseen.getByText(before).waitFor();
      for (const { viewport } of Object.values(screens)) {
        await administrator.setViewportSize(viewport);
        await demandNoSidewaysScroll(administrator);
        expect(await seriousFindings(administrator)).toEqual([]);
      }
      await administrator.setViewportSize(screens.desk.viewport);
      await administrator.getByRole('button', { name: '确认发布' }).click();
      const progress = administrator.getByRole('status').filter({ hasText: '逐件重算' }).first();
      await progress.filter({ hasText: /调整并通知 1 件/ }).waitFor();
      await progress.filter({ hasText: /未能写入 0 件/ }).waitFor();

      const { targetOn: after = '' } = await awaitTask(cast.reviewer, caseId);
      expect(after > before).toBe(true);
      const reviewer = await open();
      await signInAs(reviewer, 'xiangshui-reviewer', `/cases/${caseId}`);
      const move = reviewer.locator('.target-move').first();
      await move.getByText(new RegExp(`由 ${before}.* 调整为 ${after}`)).waitFor();
      await move.getByText(`《${notice.title}》（${notice.number}）`).waitFor();
      await move.getByText(/已告知县级政务云初审/).waitFor();
      await reviewer.goto('/messages');
      await reviewer
        .getByText(/参考时间/)
        .first()
        .waitFor();
    }),
  );
});
