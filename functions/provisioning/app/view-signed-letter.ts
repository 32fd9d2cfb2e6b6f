import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { LetterSignature, LetterText } from '../domain/letter.ts';
import { findOrder } from './find-order.ts';
import { rulesOf } from './rules-of.ts';
import type { OrderReading } from './view-order.ts';

export interface LetterReading extends OrderReading {
  readonly letterVersion: (city: string, version: number) => Promise<LetterText | undefined>;
}

/** The letter of an order's department: what it signed, or without a signature the text in force. */
export interface SignedLetter {
  readonly text: LetterText;
  readonly organisation: string;
  readonly systemName: string;
  readonly signed?: Pick<LetterSignature, 'at' | 'byLink'> & {
    readonly byScan: boolean;
    readonly by?: { readonly name: string; readonly organisation: string };
  };
}

const notOffered: Refusal = { code: 'not-found', detail: '本市规则不要求签订信息安全责任书，没有这种公文。' };
const missing: Refusal = {
  code: 'not-found',
  detail: '本市还没有录入责任书文本，请联系市级系统管理员录入后再生成。',
};

const signedOf = async (services: LetterReading, { at, by, byLink, scan }: LetterSignature) => {
  const who = (await services.references.namesOf([by])).get(by.membership);
  return {
    at,
    byScan: scan !== undefined,
    ...(byLink ? { byLink } : {}),
    ...(who ? { by: { name: who.name, organisation: who.organisation } } : {}),
  };
};

/** 责任书 as whoever may see the order may read it. */
export const viewSignedLetter = async (
  services: LetterReading,
  actor: Actor,
  orderId: string,
): Promise<Result<SignedLetter, Refusal>> => {
  const found = await findOrder(services, actor, orderId, 'getLetter');
  if (!found.ok) return found;
  const { state: order } = found.value;
  if (!rulesOf(order).letter) return refuse(notOffered);
  const { tenant, organisation, systemName } = order;
  const city = cityOf(tenant);
  const letter = await services.letters.load({ tenant, organisation: organisation.id });
  const last = letter?.state.signatures.at(-1);
  const text = await (last
    ? services.letterVersion(city, last.version)
    : services.references.letterInForce(city));
  if (!text) return refuse(missing);
  return accept({
    text,
    organisation: organisation.name,
    systemName,
    ...(last ? { signed: await signedOf(services, last) } : {}),
  });
};
