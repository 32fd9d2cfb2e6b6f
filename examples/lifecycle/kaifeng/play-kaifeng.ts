import { randomUUID } from 'node:crypto';
import type { SystemView } from '#shared/contracts/registry.ts';
import { awaitRead } from '../../play-opening.ts';
import { read } from '../calls.ts';
import { expandForAWhile } from './expand-for-a-while.ts';
import { fileMatter, keepAccount } from './file-matter.ts';
import { accountForm, contacts, kaifengForm } from './forms.ts';
import { givenBack } from './give-back.ts';
import { openAndTest } from './open-and-test.ts';
import { hasLeft, providerLeaves } from './provider-leaves.ts';
import { rectify } from './rectify.ts';
import { replaceResources } from './replace-resources.ts';
import type { KaifengTold } from './told.ts';

const productId = 'kf-host-4c8g';

/**
 * The life of one system under Kaifeng's rules: applied for, configured, live and tested, expanded for a while,
 * replaced by a pair of matters, rectified, and given up; its provider leaves. Answers the system as it is then, and
 * whether the provider had left before and after.
 */
export const playKaifeng = async (
  told: KaifengTold,
  mark = randomUUID().slice(0, 4),
): Promise<{ readonly system: SystemView; readonly left: readonly boolean[] }> => {
  const { clerk } = told.cast;
  const name = `基层医疗服务平台（${mark}）`;
  await keepAccount(told, accountForm);
  const orderId = await fileMatter(
    told,
    { kind: 'cloudApplication', systemName: name },
    kaifengForm(productId, name),
    ['projectApproval', 'securityAgreement'],
  );
  told.tell(`${name}：单位负责人确认、主管部门一次审核办结`);
  const system = await openAndTest(told, orderId);
  await expandForAWhile(told, system, productId);
  await replaceResources(told, system, productId);
  await rectify(told, system);
  const leaving = await providerLeaves(told);
  const early = await hasLeft(told, leaving);
  const exit = await fileMatter(
    told,
    { kind: 'shutdown', systemId: system.systemId },
    { exit: { reason: '并入市级平台。', offline: true, backedUp: true }, contacts },
  );
  await givenBack(told, exit);
  told.tell(`${name} 退出，资源回收、数据清除经双方确认`);
  const ended = await awaitRead(
    () => read<SystemView>(clerk, `/v1/systems/${system.systemId}`),
    ({ closedAt, resources }) =>
      closedAt !== undefined && resources.every(({ erasedAt }) => erasedAt !== undefined),
  );
  return { system: ended, left: [early, await hasLeft(told, leaving)] };
};
