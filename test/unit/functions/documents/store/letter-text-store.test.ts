import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { createLetterTextStore } from '#functions/documents/store/letter-text-store.ts';
import { describeAdministration } from '#functions/tenancy/app/describe-administration.ts';
import { parseAdministration } from '#functions/tenancy/app/kept-administration.ts';
import { firstRoster } from '#functions/tenancy/store/roster-items.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { keys } from '#shared/table/keys.ts';

const actor: Actor = {
  personId: 'p',
  name: '市管理员',
  membershipId: 'm',
  tenant: 'yancheng/_city',
  organisation: { id: 'yancheng-bureau', name: '市数据局' },
  roles: ['tenant.admin'],
  grantsVersion: 1,
};
const text = { version: 2, title: '责任书', text: '内容', digest: 'd', at: '2026-07-07T02:00:00.000Z' };

/** A table that has the city's roster and takes every transaction. */
const setup = () => {
  const written: unknown[] = [];
  const send = async (command: unknown) => {
    if (!(command instanceof TransactWriteCommand)) return { Item: firstRoster('yancheng/_city', []) };
    written.push(...(command.input.TransactItems ?? []).flatMap(({ Put }) => Put?.Item ?? []));
    return {};
  };
  return { written, letters: createLetterTextStore({ send } as never, 'table') };
};

describe('the text of the letter', () => {
  it('is entered in the city’s journal of administration in the transaction that puts it in force', async () => {
    const { letters, written } = setup();
    expect(await letters.put(actor, text)).toBe('written');
    expect(written).toContainEqual(expect.objectContaining({ version: 2, text: '内容', by: 'm' }));
    const entry = expect.objectContaining({
      type: 'LetterTextReplaced',
      title: '责任书',
      version: 2,
      digest: 'd',
    });
    expect(written).toContainEqual(
      expect.objectContaining({ ...keys.administrationEntry('yancheng/_city', 1), content: entry }),
    );
  });

  it('is told of in words', () => {
    const nobody = { member: () => undefined, tenant: () => undefined, organisation: () => undefined };
    const entry = parseAdministration({
      type: 'LetterTextReplaced',
      title: '责任书',
      version: 2,
      digest: 'd',
    });
    expect(describeAdministration(entry, nobody)).toBe('录入责任书文本：责任书（第 2 版）');
  });
});
