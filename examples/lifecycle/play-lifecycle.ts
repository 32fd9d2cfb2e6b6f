import { randomUUID } from 'node:crypto';
import { changeTwoHosts } from './change-two-hosts.ts';
import { goLive } from './go-live.ts';
import { openInBatches } from './open-in-batches.ts';
import { shutDown } from './shut-down.ts';
import type { Told } from './told.ts';
import { warnAndReclaim } from './warn-and-reclaim.ts';

/**
 * The life of three systems: 40 hosts in three batches, half of them live late, two of them changed; one that is
 * warned and taken back; one that is shut down. Answers the systems and the certificate of the last.
 */
export const playLifecycle = async (told: Told, mark = randomUUID().slice(0, 4)) => {
  const { system, orderId } = await openInBatches(told, `射阳县公共服务平台（${mark}）`, [20, 12, 8]);
  await goLive(told, orderId);
  await changeTwoHosts(told, system);
  const { system: idle } = await openInBatches(told, `射阳县信息报送系统（${mark}）`, [2]);
  await warnAndReclaim(told, idle);
  const { system: old } = await openInBatches(told, `射阳县旧门户网站（${mark}）`, [2]);
  const certificate = await shutDown(told, old);
  return { systems: [system, idle, old].map(({ systemId }) => systemId), certificate };
};
