import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';

/** Everything that a page needs; nothing is loaded, nothing runs. */
const style = [
  '*{box-sizing:border-box}',
  'body{margin:0;background:#f2f4f7;color:#1c2530;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif;-webkit-text-size-adjust:100%}',
  'header{background:#123a73;color:#fff;padding:.7rem 1rem;font-weight:600}',
  'header small{font-weight:400;opacity:.85;margin-left:.6rem}',
  'main{max-width:40rem;margin:0 auto;padding:.75rem .75rem 2rem}',
  'section,details,.card{background:#fff;border:1px solid #d9dfe7;border-radius:8px;padding:.8rem .9rem;margin:0 0 .7rem}',
  'details{padding:0}details>div{padding:0 .9rem .8rem}',
  'summary{padding:.75rem .9rem;min-height:48px;font-weight:600;cursor:pointer}summary small{font-weight:400;color:#55616f}',
  'h1{font-size:1.25rem;line-height:1.4;margin:0 0 .4rem}h2{font-size:1rem;margin:0 0 .5rem}',
  '.nb{white-space:nowrap}p{margin:.3rem 0}.quiet{color:#55616f;font-size:.9rem}',
  '.money{font-size:1.6rem;font-weight:700;line-height:1.3;color:#123a73;font-variant-numeric:tabular-nums}.money small{font-size:.95rem;font-weight:400;color:#55616f}',
  'ol,ul{list-style:none;margin:0;padding:0}li{padding:.5rem 0;border-top:1px solid #e8ecf1;overflow-wrap:anywhere}li:first-child{border-top:0;padding-top:0}',
  '.row{display:flex;justify-content:space-between}.row>:last-child{margin-left:.75rem;white-space:nowrap;text-align:right;font-variant-numeric:tabular-nums}',
  '.tag{display:inline-block;border-radius:4px;padding:0 .4rem;font-size:.85rem;margin-right:.3rem;background:#e7f0fb;color:#123a73}.tag.no{background:#fdecea;color:#a3201a}',
  'del{color:#8a1c17;text-decoration:line-through}ins{color:#14602f;text-decoration:none;font-weight:600}',
  'dt{color:#55616f;font-size:.9rem;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere}',
  'label{display:block}.choice{display:flex;align-items:center;min-height:44px;border-top:1px solid #e8ecf1}.choice input{width:20px;height:20px;margin:0 .6rem 0 0;flex:none}',
  'textarea,input[type=text]{display:block;width:100%;font:inherit;color:inherit;border:1px solid #7c8897;border-radius:6px;padding:.6rem .7rem;background:#fff;margin:.3rem 0 .7rem}',
  'input.code{font-size:1.6rem;letter-spacing:.4rem;text-align:center;font-variant-numeric:tabular-nums}',
  'button,.button{display:block;width:100%;min-height:52px;font:inherit;font-size:1.1rem;font-weight:600;border-radius:8px;border:1px solid #0f55ad;background:#0f55ad;color:#fff;margin:.6rem 0 0;cursor:pointer}',
  'button.plain{background:#fff;color:#0f55ad}button.destroy{background:#fff;color:#a3201a;border-color:#a3201a}',
  'a.button{display:flex;align-items:center;justify-content:center;text-decoration:none;background:#fff;color:#0f55ad}',
  'button:focus-visible,a:focus-visible,summary:focus-visible,textarea:focus-visible,input:focus-visible{outline:3px solid #0b66d8;outline-offset:2px}',
  '.alert{border-left:5px solid #a3201a}.good{border-left:5px solid #14602f}',
].join('\n');

const styleHash = createHash('sha256').update(style).digest('base64');

/** No script, no frame, no reference to the address, nothing kept: the address itself is the secret. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/** A whole document in Chinese. */
export const framePage = (title: string, content: Html, place = '办理链接'): string =>
  html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><title>${title} · 云网通</title><style>${new Html(style)}</style></head>
<body><header>云网通<small>${place}</small></header><main>${content}</main></body></html>`.text;

export const faultPage = (traceId: string): string =>
  framePage(
    '暂时不能办理',
    html`<section class="alert"><h1>暂时不能办理</h1><p>请稍后再试；仍不成功时，请把编号 ${traceId} 告诉管理员。</p></section>`,
  );
