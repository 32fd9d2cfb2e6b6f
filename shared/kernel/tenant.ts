/** A node of the administration: a city's own (`yancheng/_city`) or a county (`yancheng/dafeng`). */
export type TenantId = `${string}/${string}`;

const tenantPattern = /^[a-z][a-z0-9]*\/(_city|[a-z][a-z0-9]*)$/;

export const isTenantId = (text: string): text is TenantId => tenantPattern.test(text);

export const cityOf = (tenant: TenantId): string => tenant.slice(0, tenant.indexOf('/'));

/** The node within its city: a county's id, or `_city`. */
export const nodeOf = (tenant: TenantId): string => tenant.slice(tenant.indexOf('/') + 1);

export const isCityTenant = (tenant: TenantId): boolean => nodeOf(tenant) === '_city';

export const cityTenantOf = (tenant: TenantId): TenantId => `${cityOf(tenant)}/_city`;
