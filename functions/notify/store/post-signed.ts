import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { postJson } from '#shared/outbound/post-json.ts';

/** Where signed messages go, and the secret that both sides know. */
export const channelItem = z.object({ url: z.string(), secret: z.string() });
type Channel = z.infer<typeof channelItem>;

export const hostsItem = z.object({
  hosts: z.array(z.object({ host: z.string(), private: z.exactOptional(z.boolean()) })),
});
type Hosts = z.infer<typeof hostsItem>['hosts'];

/** Answers of the other side that say the message itself is wrong; everything else may work later. */
const isRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/**
 * Posts a body that is signed with the secret over `<timestamp>.<body>`, to a host that the city lists.
 * @throws when the host is not listed, or it may work later
 */
export const postSigned = async (
  { url, secret }: Channel,
  content: object,
  hosts: Hosts,
): Promise<'sent' | 'refused'> => {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(systemWallClock.now().getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const status = await postJson(url, body, hosts, {
    'x-yunwangtong-timestamp': timestamp,
    'x-yunwangtong-signature': `v1=${signature}`,
  });
  if (status >= 200 && status < 300) return 'sent';
  if (isRefusal(status)) return 'refused';
  throw new Error(`${new URL(url).host} answered ${status}`);
};
