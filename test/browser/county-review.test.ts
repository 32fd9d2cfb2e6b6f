import { describe, expect, it } from 'vitest';
import { awaitStatus } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { decideTask, openFromWorklist } from '#test/support/browser/decide-task.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';

const system = sharedSystem();

describe('a county reviewer at the desk', () => {
  it(
    'signs in, opens what waits and passes it on with an opinion',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'funing');
      const caseId = await submitted(cast);
      const { systemName } = await cast.clerk.view(caseId);
      const page = await open();
      await signInAs(page, 'funing-reviewer');
      await openFromWorklist(page, systemName);
      await decideTask(page, '通过', '资源需求合理。');
      const view = await awaitStatus(cast.clerk, caseId, 'reviewing');
      expect(view.tasks.find(({ decision }) => decision?.opinion === '资源需求合理。')).toBeDefined();
    }),
  );
});
