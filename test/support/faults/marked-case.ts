import { awaitStatus, confirm } from '#examples/play-application.ts';
import { sentForConfirmation } from '../file-application.ts';
import type { Story } from './fault-desk.ts';
import { newWord } from './written-texts.ts';

const contactOf = (role: string) => ({
  name: `欧阳${newWord()}`,
  role,
  organisation: '大丰区卫生健康委员会',
  phone: '13911119001',
  email: `${role.toLowerCase()}@marked.example.cn`,
});

/** The county's return of a case whose people bear names found nowhere else. */
export const markedDecision: Story = async ({ cast, verbs }) => {
  const roles = ['cdo', 'business', 'vendorManager', 'maintenance'];
  const caseId = await sentForConfirmation(cast.clerk, {
    report: { contactName: `欧阳${newWord()}`, contactPhone: '13911119002' },
    contacts: { people: roles.map(contactOf) },
  });
  await confirm(cast.cdo, caseId);
  const { tasks } = await awaitStatus(cast.clerk, caseId, 'reviewing');
  const taskId = tasks.find(({ state }) => state === 'open')?.taskId ?? '';
  const { version } = await cast.reviewer.view(caseId);
  return {
    by: verbs.reviewer,
    path: `/v1/cases/${caseId}/tasks/${taskId}/decisions`,
    sent: { body: { verb: 'return', opinion: '请补充。' }, ifMatch: version },
  };
};
