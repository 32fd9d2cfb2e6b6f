import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { materialsFor } from '#shared/regulation/application/materials.ts';
import type { CloudApplicationRules, MaterialRequirement } from '#shared/regulation/profile.ts';

/** The materials of a tenant's applications that are shown by files. */
export const fileMaterials = (
  rules: CloudApplicationRules,
  tenant: TenantId,
): readonly MaterialRequirement[] =>
  materialsFor(rules.materials.value, isCityTenant(tenant) ? 'city' : 'county').filter(
    ({ evidence }) => evidence === 'file',
  );
