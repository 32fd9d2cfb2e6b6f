import { createHash } from 'node:crypto';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { type Result, refuse } from '#shared/kernel/result.ts';
import { confirm } from './command-order.ts';
import { sign, viewLetter } from './letter.ts';
import type { ProvisioningServices } from './ports.ts';
import { viewOrder } from './view-order.ts';

/** What a link about an order shows on a phone, and what it asks for. */
export interface LinkMatter {
  readonly ask: string;
  readonly title: string;
  /** Label and words, in order. */
  readonly facts: readonly (readonly [label: string, words: string])[];
  readonly lines: readonly {
    readonly name: string;
    readonly specification: string;
    readonly quantity: string;
  }[];
  /** A text to be read before. */
  readonly text?: string;
  /** What the person declares by the button. */
  readonly declares: string;
  readonly button: string;
  readonly status: string;
  /** The actor may do it now. */
  readonly stands: boolean;
  /** Why it can't be done from the phone, where that is so. */
  readonly hindrance?: string;
  readonly version: number;
  /** SHA-256 of what is shown. */
  readonly digest: string;
}

/** What the person was shown. */
export interface ShownMatter {
  readonly version: number;
  readonly formDigest: string;
}

export interface MatterByLink {
  view(actor: Actor, orderId: string): Promise<LinkMatter | undefined>;
  /** Consumes the link with it. */
  decide(
    actor: Actor,
    linkId: string,
    orderId: string,
    shown: ShownMatter,
  ): Promise<Result<unknown, Refusal>>;
}

/** A page on the phone stays small; a longer text is read and signed in the console. */
const longestText = 5000;

const moved: Refusal = { code: 'order-moved', detail: '在您查看之后内容有变化，请登录云网通查看。' };
const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** 责任书 to be signed from the phone: the whole text, as it will be signed. */
export const letterByLink = (services: ProvisioningServices): MatterByLink => ({
  view: async (actor) => {
    const viewed = await viewLetter(services, actor);
    if (!viewed.ok || !viewed.value.inForce) return undefined;
    const { title, inForce, version, signatures, maySign } = viewed.value;
    const fits = inForce.text.length <= longestText;
    const signed = signatures.some((one) => one.version === inForce.version);
    return {
      ask: `请您签订${title}`,
      title: actor.organisation.name,
      facts: [
        ['责任书', `${inForce.title}（第 ${inForce.version} 版）`],
        ['签订单位', actor.organisation.name],
      ],
      lines: [],
      text: fits ? inForce.text : `${inForce.text.slice(0, longestText)}……`,
      declares: `我已阅读全文，代表${actor.organisation.name}签订。`,
      button: '签订',
      status: signed ? '已签订' : '未签订',
      stands: maySign,
      ...(fits ? {} : { hindrance: '责任书较长，手机上没有显示全文，请登录云网通阅读并签订。' }),
      version,
      digest: inForce.digest,
    };
  },
  decide: async (actor, linkId, _orderId, { version, formDigest }) => {
    const viewed = await viewLetter(services, actor);
    const inForce = viewed.ok ? viewed.value.inForce : undefined;
    if (inForce?.digest !== formDigest || inForce.text.length > longestText) return refuse(moved);
    const command = { version: inForce.version, digest: formDigest, expectedVersion: version };
    return sign(
      services,
      { actor, operation: 'signByLink', idempotencyKey: linkId, request: command, linkId },
      command,
    );
  },
});

/** 三方确认 from the phone: the list as it was assessed. What the other parties say meanwhile changes nothing of it. */
export const confirmationByLink = (services: ProvisioningServices): MatterByLink => {
  const view: MatterByLink['view'] = async (actor, orderId) => {
    const viewed = await viewOrder(services, actor, orderId);
    if (!viewed.ok) return undefined;
    const order = viewed.value;
    const { lines, provider, organisation, due } = order;
    return {
      ask: '请您三方确认',
      title: order.systemName,
      facts: [
        ['使用部门', organisation.name],
        ['云服务商', provider.name],
        ...(due ? [['开通期限', due.dueOn] as const] : []),
        ...(order.confirmation?.parties ?? []).map(
          ({ label, at }) => [`${label}确认`, at === undefined ? '待确认' : '已确认'] as const,
        ),
      ],
      lines: lines.map(({ name, specification, quantity, unit }) => ({
        name,
        specification,
        quantity: `${quantity} ${unit}`,
      })),
      declares: `以上资源与审核结果一致，代表${organisation.name}确认。`,
      button: '确认',
      status: order.statusLabel,
      stands: order.may.includes('confirm'),
      version: order.version,
      digest: sha256([provider, lines.map(({ remaining: _remaining, ...line }) => line)]),
    };
  };
  return {
    view,
    decide: async (actor, linkId, orderId, { formDigest }) => {
      const now = await view(actor, orderId);
      if (!now?.stands || now.digest !== formDigest) return refuse(moved);
      const on = { orderId, expectedVersion: now.version };
      return confirm(
        services,
        { actor, operation: 'confirmByLink', idempotencyKey: linkId, request: on, linkId },
        on,
      );
    },
  };
};
