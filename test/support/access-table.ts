import type { OperationId } from '#shared/contracts/operations.ts';

/** People of the case's own county, of another county, of another city, and of the city's own node. */
export const personas = {
  clerk: 'jianhu-clerk',
  reviewer: 'jianhu-reviewer',
  leader: 'jianhu-leader',
  tenantAdmin: 'jianhu-tenantadmin',
  securityAdmin: 'jianhu-securityadmin',
  auditAdmin: 'jianhu-auditadmin',
  otherCounty: 'sheyang-reviewer',
  otherCity: 'kaifeng-authority',
  operator: 'yancheng-operator',
  provider: 'yancheng-provider',
} as const;
export type Persona = keyof typeof personas;

export const accessTable: Partial<Record<OperationId, Record<Persona, string>>> = {};
