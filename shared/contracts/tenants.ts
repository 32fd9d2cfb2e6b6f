import * as z from 'zod/mini';
import { resubmission } from '#shared/regulation/route-spec.ts';
import { organisationKind } from '#shared/tenancy/organisations.ts';
import { isoInstant, paragraphs, tenantId, text } from './common.ts';
import { localSettings } from './local-settings.ts';
import { grantId, personId, phone } from './people.ts';

const node = z.object({
  id: tenantId,
  level: z.enum(['city', 'county']),
  /** Short name that people use, e.g. 大丰区. */
  name: z.string(),
  /** 主管部门: whom an application of this node is addressed to. */
  authority: z.string(),
  /** Since when its people may only read. */
  suspendedAt: z.exactOptional(isoInstant),
});

/** The caller's city: its own node first, then its counties in the order in which people list them. */
export const tenantList = z.object({ items: z.array(node) });
export type TenantList = z.infer<typeof tenantList>;

/** A node within the caller's city: `_city` or a county's id. */
export const nodeParams = z.strictObject({
  node: z.string().check(z.regex(/^(_city|[a-z][a-z0-9]{0,30})$/)),
});

const material = z.object({
  id: z.string(),
  title: z.string(),
  clause: z.string(),
  /** Asked for by the tenant beside the rules' own. */
  own: z.boolean(),
  help: z.exactOptional(z.string()),
  fileTypes: z.array(z.string()),
});
const value = localSettings.shape.values.def.valueType;
const settable = z.object({
  key: z.string(),
  title: z.string(),
  clause: z.string(),
  source: z.enum(['regulation', 'localDefault']),
  /** In which direction it may be set; without one a local default is free. */
  tighten: z.exactOptional(z.enum(['min', 'max', 'superset', 'never'])),
  rule: value,
  /** What a list is chosen from. */
  options: z.exactOptional(z.array(z.object({ id: z.string(), label: z.string() }))),
  own: z.exactOptional(value),
});
export const tenantView = z.object({
  ...node.shape,
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: organisationKind,
      /** 采购合同 of a provider. */
      contract: z.exactOptional(z.string()),
    }),
  ),
  settings: z.object({
    version: z.int(),
    materials: z.array(material),
    values: z.array(settable),
    reportSeal: z.exactOptional(
      z.object({ clause: z.string(), value: z.enum(['confirmationSuffices', 'scanRequired']) }),
    ),
    /** Where the tenant's own review takes up what comes back from a correction; absent where there is but one stage. */
    resubmission: z.exactOptional(z.object({ clause: z.string(), value: resubmission })),
  }),
  mayChange: z.boolean(),
});
export type TenantView = z.infer<typeof tenantView>;

/** A using department, or a provider with the procurement contract that it serves under. */
export const organisationBody = z.strictObject({
  name: text(60),
  kind: z.exactOptional(z.enum(['department', 'provider'])),
  contract: z.exactOptional(text(80)),
});
export type OrganisationBody = z.infer<typeof organisationBody>;
export const organisationAdded = z.object({ id: z.string(), name: z.string() });

const firstPerson = z.strictObject({
  role: z.string().check(z.regex(/^[a-z][a-z.]{1,40}$/)),
  personId,
  name: text(40),
  phone,
});
export const matterBody = z.strictObject({
  change: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('open'),
      node: z.string().check(
        z.regex(/^[a-z][a-z0-9]{1,30}$/, {
          error: '节点编号为 2～31 位小写字母和数字，以字母开头，如 dafeng',
        }),
      ),
      name: text(20),
      /** 明确的政务云主管部门. */
      authority: text(60),
      departments: z.array(text(60)).check(z.maxLength(8)),
      people: z.array(firstPerson).check(z.maxLength(8)),
    }),
    z.strictObject({ kind: z.literal('suspend'), node: nodeParams.shape.node }),
    z.strictObject({ kind: z.literal('reactivate'), node: nodeParams.shape.node }),
  ]),
  reason: paragraphs(500),
});
export type MatterBody = z.infer<typeof matterBody>;

export const matterParams = z.strictObject({ matterId: grantId });
const matterState = z.enum(['open', 'confirmed', 'refused', 'withdrawn']);
export const matterAnswer = z.object({ matterId: z.string(), version: z.int(), state: matterState });
export type MatterAnswer = z.infer<typeof matterAnswer>;

export const matterView = z.object({
  matterId: z.string(),
  version: z.int(),
  state: matterState,
  kind: z.enum(['open', 'suspend', 'reactivate']),
  tenant: tenantId,
  name: z.string(),
  authority: z.exactOptional(z.string()),
  departments: z.exactOptional(z.array(z.string())),
  /** Phone numbers in full only for whoever confirms. */
  people: z.exactOptional(
    z.array(z.object({ roleLabel: z.string(), personId: z.string(), name: z.string(), phone: z.string() })),
  ),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: isoInstant,
  closedBy: z.exactOptional(z.string()),
  closedAt: z.exactOptional(isoInstant),
  closingReason: z.exactOptional(z.string()),
  mayDecide: z.boolean(),
});
export type MatterView = z.infer<typeof matterView>;

export const matterList = z.object({
  items: z.array(matterView),
  /** Posts that a new county's first people hold. */
  firstRoles: z.array(z.object({ id: z.string(), label: z.string() })),
  mayPropose: z.boolean(),
});
export type MatterList = z.infer<typeof matterList>;
