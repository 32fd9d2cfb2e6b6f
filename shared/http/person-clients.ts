import * as z from 'zod/mini';
import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { readEnvironment } from './read-environment.ts';

const tenantTable = (name: string, roles: { readonly county: string; readonly city: string }) => {
  const clientFor = dataRoleClients(roles);
  return { name, clientOf: (actor: Actor) => clientFor({ kind: 'tenant', tenant: actor.tenant }) };
};

/** The table as a person's request reaches it: the name, and a client fenced to the actor's tenant. */
export const personTable = () => {
  const environment = readEnvironment({
    TABLE_NAME: z.string(),
    COUNTY_ROLE_ARN: z.string(),
    CITY_ROLE_ARN: z.string(),
  });
  return tenantTable(environment.TABLE_NAME, {
    county: environment.COUNTY_ROLE_ARN,
    city: environment.CITY_ROLE_ARN,
  });
};

/** The same for functions that look at what the actor's tenant has and write nothing of it. */
export const readingTable = () => {
  const environment = readEnvironment({
    TABLE_NAME: z.string(),
    COUNTY_READER_ROLE_ARN: z.string(),
    CITY_READER_ROLE_ARN: z.string(),
  });
  return tenantTable(environment.TABLE_NAME, {
    county: environment.COUNTY_READER_ROLE_ARN,
    city: environment.CITY_READER_ROLE_ARN,
  });
};

/** The same for functions that only read what the actor's city publishes: catalogue, calendar, directory. */
export const referenceTable = () => {
  const environment = readEnvironment({ TABLE_NAME: z.string(), REFERENCE_ROLE_ARN: z.string() });
  const clientFor = dataRoleClients({ reference: environment.REFERENCE_ROLE_ARN });
  return {
    name: environment.TABLE_NAME,
    clientOf: (actor: Actor) => clientFor({ kind: 'reference', city: cityOf(actor.tenant) }),
  };
};

/** The table for functions that otherwise only read references, to count how often a tenant calls them. */
export const usageTable = () => {
  const environment = readEnvironment({ TABLE_NAME: z.string(), USAGE_ROLE_ARN: z.string() });
  const clientFor = dataRoleClients({ usage: environment.USAGE_ROLE_ARN });
  return {
    name: environment.TABLE_NAME,
    clientOf: (actor: Actor) => clientFor({ kind: 'usage', tenant: actor.tenant }),
  };
};

/** The table for whoever keeps a city's catalogue: read like any reference, written through a role that reaches it alone. */
export const catalogueTable = () => {
  const environment = readEnvironment({
    TABLE_NAME: z.string(),
    REFERENCE_ROLE_ARN: z.string(),
    CATALOGUE_ROLE_ARN: z.string(),
  });
  const clientFor = dataRoleClients({
    reference: environment.REFERENCE_ROLE_ARN,
    catalogue: environment.CATALOGUE_ROLE_ARN,
  });
  const clientOf = (kind: 'reference' | 'catalogue') => (actor: Actor) =>
    clientFor({ kind, city: cityOf(actor.tenant) });
  return { name: environment.TABLE_NAME, readerOf: clientOf('reference'), writerOf: clientOf('catalogue') };
};

/** The same for the one function that also puts a city's document templates in place, under a role of their own. */
export const templateTable = () => {
  const environment = readEnvironment({ TEMPLATES_ROLE_ARN: z.string() });
  const clientFor = dataRoleClients({ templates: environment.TEMPLATES_ROLE_ARN });
  return { clientOf: (actor: Actor) => clientFor({ kind: 'templates', city: cityOf(actor.tenant) }) };
};
