import type { HostsView } from '#shared/contracts/administration.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import type { AdministrationServices, HostList, OutboundHost } from './administration-ports.ts';
import { passAdministration } from './pass-administration.ts';
import { administratorsOnly, holdsRole } from './who-administers.ts';

const cityOnly = (actor: Actor): Refusal | undefined =>
  administratorsOnly(actor) ??
  (isCityTenant(actor.tenant)
    ? undefined
    : { code: 'not-allowed', detail: '外联名单由市级维护，请联系市级安全管理员。' });

const view = (
  { version, hosts, changedAt, changedBy }: HostList,
  actor: Actor,
  name?: string,
): HostsView => ({
  version,
  hosts: hosts.map((host) => ({ ...host })),
  ...(changedAt === undefined ? {} : { changedAt }),
  ...(changedBy === undefined ? {} : { changedBy: name ?? changedBy }),
  mayChange: holdsRole(actor, 'security.admin'),
});

/** 外联名单 of the caller's city, for its administrators. */
export const viewHosts = async (
  { administration, namesOf }: AdministrationServices,
  actor: Actor,
): Promise<Result<HostsView, Refusal>> => {
  const refusal = cityOnly(actor);
  if (refusal) return refuse(refusal);
  const list = await administration.loadHosts(cityOf(actor.tenant));
  const membership = list.changedBy;
  const names = await namesOf(membership === undefined ? [] : [{ tenant: actor.tenant, membership }]);
  return accept(view(list, actor, names.get(membership ?? '')?.name));
};

/** Addresses that name this machine or no machine at all: no list may let a deployed function call them. */
/** A name whose last part is a number is an address to every reader of URLs, be it 127.1, 0x7f.1 or 2130706433. */
const unnamed = /(^|\.)(\d+|0x[0-9a-f]*|localhost|local|internal|arpa)(:|$)/;

const objections = (hosts: readonly OutboundHost[]): FieldRefusal[] =>
  hosts.flatMap(({ host }, index): FieldRefusal[] => {
    const pointer = `/hosts/${index}/host`;
    if (unnamed.test(host))
      return [{ pointer, code: 'not_a_domain', message: '请填写域名，不能填写 IP 地址或本机名称。' }];
    return hosts.findIndex((other) => other.host === host) < index
      ? [{ pointer, code: 'twice', message: '这个主机已在名单中，请删除重复的一行。' }]
      : [];
  });

/** 更改外联名单, by the city's security administrator alone; the list takes the place of the one at `expected`. */
export const saveHosts = async (
  services: AdministrationServices,
  actor: Actor,
  hosts: readonly OutboundHost[],
  expected: number,
): Promise<Result<HostsView, Refusal>> => {
  const refusal = administratorsOnly(actor, 'security.admin') ?? cityOnly(actor);
  if (refusal) return refuse(refusal);
  const errors = objections(hosts);
  if (errors.length > 0) return refuse({ code: 'hosts-invalid', detail: '请按提示修改名单。', errors });
  return passAdministration(services, actor, async (_roster, at) => {
    const { version } = await services.administration.loadHosts(cityOf(actor.tenant));
    if (version !== expected)
      return refuse({ code: 'hosts-moved', detail: '名单已被他人修改，请刷新后再改。' });
    const list: HostList = { version: version + 1, hosts, changedAt: at, changedBy: actor.membershipId };
    return accept({
      event: { type: 'HostsChanged', hosts },
      writes: { hosts: list },
      answer: view(list, actor, actor.name),
    });
  });
};
