import type { CloudApplicationRules } from '../../profile.ts';

export const deployWithin = {
  value: { amount: 15, unit: 'workingDay' },
  clause: 'yc-cloud-17-4',
  source: 'regulation',
  tighten: 'never',
} as const;
export const goLiveWithin = {
  value: { amount: 30, unit: 'workingDay' },
  clause: 'yc-cloud-17-5',
  source: 'regulation',
  tighten: 'never',
} as const;
export const pledgedGoLiveWithin = {
  value: { amount: 1, unit: 'month' },
  clause: 'yc-cloud-annex1-2',
  source: 'regulation',
  tighten: 'never',
} as const;
export const pledgedAssessmentWithin = {
  value: { amount: 3, unit: 'month' },
  clause: 'yc-cloud-annex1-3',
  source: 'regulation',
  tighten: 'never',
} as const;
export const storageRenewal = {
  value: { amount: 12, unit: 'month' },
  clause: 'yc-cloud-annex2-6',
  source: 'regulation',
  tighten: 'max',
} as const;

/** Limits that the application touches; what follows from their lapse belongs to later capabilities. */
export const yanchengLimits = {
  utilisationPercent: {
    value: { min: 40, max: 80 },
    clause: 'yc-cloud-annex2-5',
    source: 'regulation',
    tighten: 'never',
  },
  separatePurchase: { value: 'reviewed', clause: 'yc-cloud-5-2', source: 'regulation', tighten: 'never' },
  deployWithin,
  goLiveWithin,
  pledgedGoLiveWithin,
  pledgedAssessmentWithin,
  storageRenewal,
  zones: {
    value: { linked: '/plan/zonesLinked', links: '/plan/zoneLinks' },
    clause: 'yc-cloud-10-1',
    source: 'regulation',
    tighten: 'never',
  },
  domain: { value: '/plan/domain', clause: 'yc-cloud-11-2', source: 'regulation', tighten: 'never' },
  purposeFor: {
    value: ['host'],
    clause: 'yc-cloud-annex2-4',
    source: 'regulation',
    tighten: 'superset',
  },
  basisFor: {
    value: ['storage', 'network'],
    clause: 'yc-cloud-annex2-4',
    source: 'regulation',
    tighten: 'superset',
  },
} as const satisfies CloudApplicationRules['limits'];
