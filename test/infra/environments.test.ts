import { describe, expect, it } from 'vitest';
import { type FunctionName, functionNames } from '#infra/function-entries.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const setup = async () => {
  const { deployment } = await synthesizedApp();
  const { functions } = deployment();
  return {
    environmentOf: (name: string) => functions.find((one) => one.name === `yunwangtong-${name}`)?.environment,
  };
};

const learns: readonly (readonly [FunctionName, readonly string[]])[] = [
  ['authorizer', ['OIDC_AUDIENCE', 'OIDC_ISSUER', 'OIDC_JWKS_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['tenancy', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
  ['cases', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
  ['catalogue', ['CATALOGUE_ROLE_ARN', 'REFERENCE_ROLE_ARN', 'TABLE_NAME']],
  ['messages', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
  ['trials', ['REFERENCE_ROLE_ARN', 'TABLE_NAME', 'USAGE_ROLE_ARN']],
  [
    'files',
    [
      'CITY_FILES_ROLE_ARN',
      'CITY_ROLE_ARN',
      'COUNTY_FILES_ROLE_ARN',
      'COUNTY_ROLE_ARN',
      'FILES_BUCKET',
      'TABLE_NAME',
    ],
  ],
  [
    'web',
    [
      'FILES_HOST',
      'OIDC_AUDIENCE',
      'OIDC_CLIENT_ID',
      'OIDC_ISSUER',
      'OIDC_SCOPE',
      'PUBLIC_BASE_URL',
      'SESSION_HOURS',
    ],
  ],
  [
    'session',
    [
      'OIDC_CLIENT_ID',
      'OIDC_ISSUER',
      'PUBLIC_BASE_URL',
      'SESSION_HOURS',
      'SESSION_IDLE_MINUTES',
      'TABLE_NAME',
    ],
  ],
  ['cases-steps', ['APPROVAL_MACHINE_ARN', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  [
    'cases-stream',
    [
      'DELIVERY_QUEUE_URL',
      'HAND_OVER_QUEUE_URL',
      'LIFECYCLE_QUEUE_URL',
      'NOTIFY_QUEUE_URL',
      'RECOMPUTE_QUEUE_URL',
    ],
  ],
  ['cases-advance', ['APPROVAL_MACHINE_ARN', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  [
    'cases-sweep',
    [
      'APPROVAL_MACHINE_ARN',
      'HAND_OVER_QUEUE_URL',
      'LIFECYCLE_QUEUE_URL',
      'NOTIFY_QUEUE_URL',
      'RECOMPUTE_QUEUE_URL',
      'SYSTEM_ROLE_ARN',
      'TABLE_NAME',
    ],
  ],
  [
    'documents',
    ['CITY_READER_ROLE_ARN', 'COUNTY_READER_ROLE_ARN', 'TABLE_NAME', 'TEMPLATES_ROLE_ARN', 'USAGE_ROLE_ARN'],
  ],
  ['calendar', ['CALENDAR_ROLE_ARN', 'CITY_READER_ROLE_ARN', 'COUNTY_READER_ROLE_ARN', 'TABLE_NAME']],
  ['registry', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
  ['desks', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
  ['desks-hand-over', ['HAND_OVER_QUEUE_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['calendar-recompute', ['RECOMPUTE_QUEUE_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['journal-anchor', ['ANCHORS_BUCKET', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['link', ['SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['notify', ['PUBLIC_BASE_URL', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['provisioning-steps', ['PROVISIONING_MACHINE_ARN', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  ['reclamation-steps', ['RECLAMATION_MACHINE_ARN', 'SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  [
    'lifecycle',
    [
      'PROVISIONING_MACHINE_ARN',
      'PUBLIC_BASE_URL',
      'RECLAMATION_MACHINE_ARN',
      'SYSTEM_ROLE_ARN',
      'TABLE_NAME',
    ],
  ],
  ['certificates', ['SYSTEM_ROLE_ARN', 'TABLE_NAME']],
  [
    'exports',
    [
      'CITY_FILES_ROLE_ARN',
      'CITY_ROLE_ARN',
      'COUNTY_FILES_ROLE_ARN',
      'COUNTY_ROLE_ARN',
      'EXPORT_QUEUE_URL',
      'FILES_BUCKET',
      'TABLE_NAME',
    ],
  ],
  [
    'exports-build',
    [
      'CITY_FILES_ROLE_ARN',
      'CITY_ROLE_ARN',
      'COUNTY_FILES_ROLE_ARN',
      'COUNTY_ROLE_ARN',
      'EXPORT_QUEUE_URL',
      'FILES_BUCKET',
      'TABLE_NAME',
      'WORK_READER_ROLE_ARN',
    ],
  ],
  ['provisioning', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'PROVIDER_ROLE_ARN', 'TABLE_NAME', 'USAGE_ROLE_ARN']],
  ['obligations', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'TABLE_NAME']],
  ['reclamation', ['CITY_ROLE_ARN', 'COUNTY_ROLE_ARN', 'PUBLIC_BASE_URL', 'TABLE_NAME']],
];

describe('a function', () => {
  it('is held to what it may learn, whichever it is', () => {
    expect(learns.map(([name]) => name).sort()).toEqual(functionNames.toSorted());
  });

  it.each(learns)('%s learns from its environment only %j', async (name, variables) => {
    const { environmentOf } = await setup();
    expect(Object.keys(environmentOf(name) ?? {}).sort()).toEqual(variables);
  });
});
