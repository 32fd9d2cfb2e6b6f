import type { SystemView } from '#shared/contracts/registry.ts';
import { post } from '../calls.ts';
import { agreed, writeMatter } from './file-matter.ts';
import { contacts, kaifengForm } from './forms.ts';
import { givenBack } from './give-back.ts';
import { openAndTest } from './open-and-test.ts';
import type { KaifengTold } from './told.ts';

/** 重大变更: a new application and the exit of the old side by side; the exit ends behind the new one's going live. */
export const replaceResources = async (
  told: KaifengTold,
  { systemId, name }: Pick<SystemView, 'systemId' | 'name'>,
  productId: string,
): Promise<void> => {
  const { clerk } = told.cast;
  const { caseId: applying } = await post(clerk, '/v1/cases', {
    kind: 'resourceChange',
    systemId,
    scale: 'major',
  });
  const exiting = (await clerk.view(applying)).linked?.caseId ?? '';
  await writeMatter(told, applying, kaifengForm(productId, name), ['projectApproval', 'securityAgreement']);
  await agreed(told, applying);
  told.tell('重大变更：新申请和旧资源退出同步办理，新申请审核同意');
  await openAndTest(told, applying);
  await writeMatter(told, exiting, {
    exit: { reason: '整体更换为新资源。', offline: true, backedUp: true },
    contacts,
  });
  await agreed(told, exiting);
  const count = await givenBack(told, exiting);
  told.tell(`新资源上线后，${count} 台旧云主机退出`);
};
