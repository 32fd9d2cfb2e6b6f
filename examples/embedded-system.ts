import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeView } from '#shared/contracts/me.ts';
import { createClient, type Send } from './client.ts';

/** Where the running embedded system is, from its data folder (environment `DATA_DIR`). */
export interface EmbeddedSystem {
  readonly pid: number;
  readonly baseUrl: string;
  readonly awsEndpoint: string;
  readonly region: string;
  readonly tableName: string;
  readonly approvalMachineArn: string;
  readonly administrator: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export const readEmbeddedSystem = (dataDir: string): EmbeddedSystem =>
  JSON.parse(readFileSync(join(dataDir, 'runtime.json'), 'utf8')) as EmbeddedSystem;

/** 本职: of several memberships the one in the county that the demo person's name begins with, or the first. */
export const ownMembership = ({ memberships }: Pick<MeView, 'memberships'>, user: string) => {
  const [node = ''] = user.split('-');
  return memberships.find(({ tenant }) => tenant.endsWith(`/${node}`)) ?? memberships[0];
};

/** A demo person's client, with a token of the embedded provider. */
export const clientOf = async (system: Pick<EmbeddedSystem, 'baseUrl'>, user: string, send: Send = fetch) => {
  const response = await send(`${system.baseUrl}/_local/token?user=${encodeURIComponent(user)}`, {});
  if (!response.ok) throw new Error(`没有演示用户 ${user}`);
  const token = (await response.text()).trim();
  const me = await createClient(system.baseUrl, token, '', send).me();
  const membership = ownMembership(me, user);
  if (!membership) throw new Error(`${user} 没有任职`);
  return createClient(system.baseUrl, token, membership.id, send);
};
