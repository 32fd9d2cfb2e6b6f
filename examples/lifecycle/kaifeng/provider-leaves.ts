import { randomUUID } from 'node:crypto';
import type { Problem } from '#shared/contracts/common.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { awaitStatus, confirm, decide } from '../../play-application.ts';
import { post } from '../calls.ts';
import { contacts, type Form } from './forms.ts';
import type { KaifengTold } from './told.ts';

/** The provider's contract ends: its exit with a transition, agreed to by the authority. Answers the matter's id. */
export const providerLeaves = async ({ cast, clock, tell }: KaifengTold): Promise<string> => {
  const { provider, authority } = cast;
  const today = await clock.today();
  const form: Form = {
    leaving: {
      cause: 'expired',
      reason: '采购协议期满。',
      from: today,
      to: addDays(today, 90),
      support: '逐个系统制定割接方案，专人配合迁移和数据清除。',
    },
    contacts,
  };
  const { caseId } = await post(provider, '/v1/cases', { kind: 'providerExit' });
  for (const [section, content] of Object.entries(form))
    await provider.saveSection(caseId, section, 0, content);
  await provider.requestConfirmation(caseId, (await provider.view(caseId)).version);
  await confirm(provider, caseId);
  await decide(authority, caseId, 'approve', '同意退出，过渡期内配合迁移。');
  await awaitStatus(provider, caseId, 'completed');
  tell(`云服务商退出，过渡期至 ${addDays(today, 90)}`);
  return caseId;
};

/** Whether it has left: refused, with the systems named, while anything is left on its cloud. */
export const hasLeft = async ({ cast: { provider }, clock, tell }: KaifengTold, caseId: string) => {
  const { version } = await provider.view(caseId);
  const { status, body } = await provider.call<Problem>('POST', `/v1/cases/${caseId}/acts/close`, {
    body: { on: await clock.today(), erasure: '存储介质已销毁，记录 12 号。' },
    ifMatch: version,
    key: randomUUID(),
  });
  tell(status === 200 ? '云服务商退出办结' : `云服务商退出暂不能办结：${body.detail ?? body.title}`);
  return status === 200;
};
