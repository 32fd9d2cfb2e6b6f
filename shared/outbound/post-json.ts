import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP } from 'node:net';

/** A host that may be called; `private` where it may stand in a private network. */
export interface AllowedHost {
  readonly host: string;
  readonly private?: boolean;
}

type Headers = Readonly<Record<string, string>>;
/** Answers the status of a POST. */
type Post = (url: URL, body: string, headers: Headers) => Promise<number>;

/** The embedded runtime hangs its own way out here; deployed functions know no other than the one below. */
const relay = Symbol.for('yunwangtong.outbound');

const patienceMs = 5_000;

type Net = readonly [net: string, prefix: number];

const listOf = (ipv4: readonly Net[], ipv6: readonly Net[]): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of ipv4) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of ipv6) list.addSubnet(net, prefix, 'ipv6');
  return list;
};

/** Networks of one's own, such as the government extranet: a host that is listed as private may stand there. */
const privateNets = listOf(
  [
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ],
  [
    ['fc00::', 7],
    ['fec0::', 10],
  ],
);
/** This machine, its link (where a cloud tells its secrets), groups, trials, and IPv4 wrapped into IPv6: nobody's host. */
const nobodysNets = listOf(
  [
    ['0.0.0.0', 8],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ],
  [
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 32],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['fe80::', 10],
    ['ff00::', 8],
  ],
);

/** What kind of network an address lies in; IPv4 within IPv6 counts as IPv4. */
export const netOf = (address: string): 'open' | 'private' | 'nobodys' => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(mapped) === 0 || nobodysNets.check(mapped, family)) return 'nobodys';
  return privateNets.check(mapped, family) ? 'private' : 'open';
};

/** Resolved once, and that very address is called: a name that answers otherwise the second time gains nothing. */
const openAddress = async (url: URL, allowed: AllowedHost): Promise<{ address: string; family: number }> => {
  const found = await lookup(url.hostname);
  const net = netOf(found.address);
  if (net === 'nobodys') throw new Error(`${url.host} stands where nobody may be called`);
  if (net === 'private' && allowed.private !== true)
    throw new Error(`${url.host} stands in a private network and is not listed as such`);
  return found;
};

const postOverTls =
  (allowed: AllowedHost): Post =>
  async (url, body, headers) => {
    const { address, family } = await openAddress(url, allowed);
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: (_name, _options, tell) => tell(null, [{ address, family }]),
      signal: AbortSignal.timeout(patienceMs),
    });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode ?? 0;
  };

/**
 * Posts JSON to somebody outside: https only, to a listed host, no redirect followed, five seconds.
 * @returns the status @throws when the address may not be called or does not answer
 */
export const postJson = async (
  address: string,
  body: string,
  hosts: readonly AllowedHost[],
  headers: Headers,
): Promise<number> => {
  const url = new URL(address);
  const allowed = hosts.find(({ host }) => host === url.host);
  if (url.protocol !== 'https:' || allowed === undefined || `${url.username}${url.password}` !== '')
    throw new Error(`${url.protocol}//${url.host} is not on the list of hosts that may be called`);
  const embedded: unknown = Reflect.get(globalThis, relay);
  const post = typeof embedded === 'function' ? (embedded as Post) : postOverTls(allowed);
  return post(url, body, { ...headers, 'content-type': 'application/json; charset=utf-8' });
};
