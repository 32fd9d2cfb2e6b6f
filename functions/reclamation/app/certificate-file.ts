import { createHash } from 'node:crypto';
import encodeQR from 'qr';
import { Html, html } from '#functions/link/app/html.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { printedCode } from '#shared/kernel/secret-code.ts';
import type { PublicCertificate } from './ports.ts';

/** Everything on one A4 sheet: nothing is loaded, nothing runs. */
const style = [
  '@page{size:A4;margin:25mm 22mm}',
  'body{margin:0 auto;max-width:42rem;padding:1.5rem;color:#111;font:16px/1.9 "FangSong","STFangsong","Noto Serif CJK SC",serif}',
  'h1{font:700 1.75rem/1.5 "SimHei","PingFang SC","Noto Sans CJK SC",sans-serif;text-align:center;margin:1rem 0 .4rem}',
  '.number{text-align:right;margin:0 0 1.2rem}p{text-indent:2em;margin:.4rem 0}',
  'ul{margin:.4rem 0 .4rem 2em;padding-left:1em}.signed{text-align:right;margin-top:2rem}.signed p{text-indent:0}',
  '.check{border-top:1px solid #666;margin-top:2rem;padding-top:1rem;overflow:hidden;font-size:.9rem}',
  '.check svg{float:right;width:7.5rem;height:7.5rem;margin-left:1rem}.check p{text-indent:0}',
  'code{font:600 1rem/1.6 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}',
].join('');

const dayOf = (at: string): string => {
  const [year = '', month = '', day = ''] = shanghaiDateOf(new Date(at)).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};

/** Address under which anybody who holds the paper can check it; nothing is asked before they press the button. */
export const checkAddress = (publicBaseUrl: string, number: string, code: string): string =>
  `${publicBaseUrl}/certificates?${new URLSearchParams({ number, code }).toString()}`;

/** The QR code of an address, as a drawing. */
export const qrOf = (address: string): string => encodeQR(address, 'svg', { ecc: 'medium', border: 1 });

export type CertificateFacts = Omit<PublicCertificate, 'digest' | 'revokedAt'>;

/** 关停证明 as it is issued: one file that does not change any more, with its digest. */
export const certificateFile = (
  { title, number, organisation, systemName, provider, resources, reclaimedAt, issuedAt }: CertificateFacts,
  code: string,
  publicBaseUrl: string,
): { readonly content: string; readonly digest: string } => {
  const address = checkAddress(publicBaseUrl, number, code);
  const content = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} ${number}</title><style>${new Html(style)}</style></head>
<body><h1>${title}</h1><p class="number">编号：${number}</p>
<p>${organisation}：</p>
<p>你单位“${systemName}”使用的下列政务云资源已于${dayOf(reclaimedAt)}回收，相关服务已经终止，自回收之日起停止计费：</p>
<ul>${resources.map((line) => html`<li>${line}</li>`)}</ul>
<p>特此证明。</p>
<div class="signed"><p>${provider}</p><p>${dayOf(issuedAt)}</p></div>
<div class="check">${new Html(qrOf(address))}<p>核验：扫描二维码，或打开 ${publicBaseUrl}/certificates ，填写编号和校验码。</p><p>校验码：<code>${printedCode(code)}</code></p></div>
</body></html>`.text;
  return { content, digest: createHash('sha256').update(content, 'utf8').digest('hex') };
};
