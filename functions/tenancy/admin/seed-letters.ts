import { createHash } from 'node:crypto';
import { letterTextKeys } from '#shared/table/keys/letter-text-keys.ts';

const title = '信息安全责任书（演示文本）';
const text = [
  '本文本仅供演示。正式使用前，请市级系统管理员按印发的附件1-6录入全文。',
  '一、遵守网络安全法律法规和有关规定，采取技术措施和其他必要措施确保信息安全。',
  '二、不得将云服务产品用作代理服务器，不得转租。',
  '三、自行妥善保管口令、密码和数据，承担泄露、丢失的后果。',
].join('\n');

/** A letter to sign in the demonstration of a city whose rules ask for one. */
export const demoLetterItem = (city: string, at: string): Record<string, unknown> => ({
  ...letterTextKeys.version(city, 1),
  version: 1,
  title,
  text,
  digest: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
  at,
});
