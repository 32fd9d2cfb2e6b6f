import { describe, expect, it } from 'vitest';
import { dataRoleClients } from '#shared/table/data-roles.ts';

const setup = () => dataRoleClients({ provider: 'arn:aws:iam::111122223333:role/provider' });

describe('the clients of the table', () => {
  it('of one provider in two cities are two, each with the tags of its city', () => {
    const clientFor = setup();
    const of = (city: string) => clientFor({ kind: 'provider', city, organisation: 'cloud-inc' });
    expect(of('yancheng')).not.toBe(of('kaifeng'));
    expect(of('yancheng')).toBe(of('yancheng'));
  });
});
