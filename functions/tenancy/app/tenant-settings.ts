import type { SettingsBody } from '#shared/contracts/local-settings.ts';
import type { OrganisationBody, TenantView } from '#shared/contracts/tenants.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, cityTenantOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import { offeredRules, profileOf } from '#shared/regulation/find-profile.ts';
import {
  isOwnMaterial,
  type Level,
  type LocalSettings,
  objectionsToSettings,
  rulesUnder,
} from '#shared/regulation/local-settings.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';
import { settableOf } from '#shared/regulation/settable.ts';
import type { AdministrationServices, TenantNode } from './administration-ports.ts';
import { objectionToOrganisation } from './object-to-organisation.ts';
import { passAdministration } from './pass-administration.ts';
import { passAsked } from './pass-asked.ts';
import { administratorsOnly, holdsRole } from './who-administers.ts';

type Stored = LocalSettings & { readonly version: number };

const nothingSet: Stored = { version: 0, materials: [], values: {} };
const levelOf = (tenant: TenantId): Level => (isCityTenant(tenant) ? 'city' : 'county');

const rulesOf = (tenant: TenantId): CloudApplicationRules => {
  const profile = profileOf(cityOf(tenant));
  const rules = profile && offeredRules(profile);
  if (!rules) throw new Error(`${tenant} has no rules for applications`);
  return rules;
};

/** The node that an administrator of the city, or of the node itself, may look at; nobody else knows of it. */
const nodeFor = async (
  { nodesOf }: AdministrationServices,
  actor: Actor,
  node: string,
): Promise<Result<TenantNode, Refusal>> => {
  const refusal = administratorsOnly(actor);
  if (refusal) return refuse(refusal);
  const city = cityOf(actor.tenant);
  const tenant: TenantId = `${city}/${node}`;
  const found =
    isCityTenant(actor.tenant) || tenant === actor.tenant
      ? (await nodesOf(city)).find(({ id }) => id === tenant)
      : undefined;
  return found
    ? accept(found)
    : refuse({ code: 'not-found', detail: '没有这个县（市、区），或您无权查看。' });
};

const settingsView = (tenant: TenantId, stored: Stored, city: LocalSettings): TenantView['settings'] => {
  const rules = rulesOf(tenant);
  const level = levelOf(tenant);
  const own = new Set(stored.materials.map(({ id }) => id));
  const inForce = rulesUnder(rules, stored, city);
  return {
    version: stored.version,
    materials: materialsFor(inForce.materials.value, level).map(({ id, title, clause, help, fileTypes }) => ({
      id,
      title,
      clause,
      own: own.has(id),
      fileTypes: [...(fileTypes ?? [])],
      ...(help === undefined ? {} : { help }),
    })),
    values: settableOf(rules, level).map(({ key, title, rule }) => ({
      key,
      title,
      clause: rule.clause,
      source: rule.source,
      ...(rule.tighten === undefined ? {} : { tighten: rule.tighten }),
      rule: valueView(rule.value),
      ...(Array.isArray(rule.value)
        ? { options: rules.resourceKinds.kinds.map(({ kind, label }) => ({ id: kind, label })) }
        : {}),
      ...(stored.values[key] === undefined ? {} : { own: valueView(stored.values[key]) }),
    })),
    ...(inForce.reportSeal
      ? { reportSeal: { clause: inForce.reportSeal.clause, value: inForce.reportSeal.value } }
      : {}),
    ...(inForce.resubmission
      ? { resubmission: { clause: inForce.resubmission.clause, value: inForce.resubmission.value } }
      : {}),
  };
};

const valueView = (value: LocalSettings['values'][string]) =>
  typeof value === 'number' ? value : 'amount' in value ? { ...value } : [...value];

const viewOf = async (
  services: AdministrationServices,
  actor: Actor,
  { place: _place, ...node }: TenantNode,
  stored: Stored,
): Promise<TenantView> => {
  const city = isCityTenant(node.id) ? stored : await services.settingsOf(cityTenantOf(node.id));
  return {
    ...node,
    organisations: (await services.organisationsOf(node.id)).map((one) => ({ ...one })),
    settings: settingsView(node.id, stored, city ?? nothingSet),
    mayChange: holdsRole(actor, 'tenant.admin'),
  };
};

/** 县（市、区）设置: organisations, list of materials, values of its own beside the rules'. */
export const viewTenant = async (
  services: AdministrationServices,
  actor: Actor,
  node: string,
): Promise<Result<TenantView, Refusal>> => {
  const found = await nodeFor(services, actor, node);
  if (!found.ok) return found;
  const stored = (await services.settingsOf(found.value.id)) ?? nothingSet;
  return accept(await viewOf(services, actor, found.value, stored));
};

/** 更改本地设置, by the tenant administrator of the node or of its city; what loosens a rule is refused by its clause. */
export const saveTenantSettings = async (
  services: AdministrationServices,
  actor: Actor,
  node: string,
  body: SettingsBody,
  expected: number,
): Promise<Result<TenantView, Refusal>> => {
  const found = await nodeFor(services, actor, node);
  if (!found.ok) return found;
  const refusal = administratorsOnly(actor, 'tenant.admin');
  if (refusal) return refuse(refusal);
  const { id: tenant } = found.value;
  const errors = objectionsToSettings(rulesOf(tenant), body, levelOf(tenant));
  if (errors.length > 0)
    return refuse({ code: 'settings-invalid', detail: '本地设置只能比规定更严，请按提示修改。', errors });
  const content: LocalSettings = {
    materials: body.materials.filter(isOwnMaterial),
    values: body.values,
    ...(body.reportSeal === undefined ? {} : { reportSeal: body.reportSeal }),
    ...(body.resubmission === undefined ? {} : { resubmission: body.resubmission }),
  };
  return passAdministration(services, actor, async () => {
    const { version } = (await services.settingsOf(tenant)) ?? nothingSet;
    if (version !== expected)
      return refuse({ code: 'settings-moved', detail: '设置已被他人修改，请刷新后再改。' });
    const settings = { tenant, version: version + 1, content };
    return accept({
      event: { type: 'SettingsChanged', settings },
      writes: { settings },
      answer: await viewOf(services, actor, found.value, { ...content, version: version + 1 }),
    });
  });
};

/** 增加使用部门或服务商, by the tenant administrator of the node or of its city. */
export const addOrganisation = (
  services: AdministrationServices,
  asked: Asked,
  node: string,
  body: OrganisationBody,
): Promise<Result<{ id: string; name: string }, Refusal>> =>
  passAsked(services, asked, async () => {
    const found = await nodeFor(services, asked.actor, node);
    if (!found.ok) return found;
    const refusal = administratorsOnly(asked.actor, 'tenant.admin');
    if (refusal) return refuse(refusal);
    const { id: tenant } = found.value;
    const { name, kind = 'department', contract } = body;
    const objection = objectionToOrganisation(tenant, body, await services.organisationsOf(tenant));
    if (objection) return refuse(objection);
    const prefix = node === '_city' ? cityOf(tenant) : node;
    const id = `${prefix}-${services.ids.next(services.clock.now().getTime()).toLowerCase()}`;
    const organisation = {
      ...{ id, tenant, kind, name },
      ...(kind === 'provider' && contract !== undefined ? { contract } : {}),
    };
    return accept({
      event: { type: 'OrganisationAdded', organisation },
      writes: { organisation },
      answer: { id, name },
    });
  });
