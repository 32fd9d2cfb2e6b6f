import { randomBytes } from 'node:crypto';

const replacements: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => replacements[character] ?? character);
}

/** Own page, own style: nothing is loaded from anywhere. */
const style = `
  *{box-sizing:border-box}
  body{margin:0;background:#f3f5f8;color:#1d2733;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif}
  main{max-width:44rem;margin:0 auto;padding:1rem 1rem 3rem}
  h1{font-size:1.35rem;margin:.5rem 0}
  .note{background:#fff6e0;border:1px solid #e0a800;border-radius:6px;padding:.6rem .8rem;margin:.5rem 0 1rem}
  .note strong{color:#7a4d00}
  .search{display:flex;gap:.5rem;position:sticky;top:0;background:#f3f5f8;padding:.5rem 0}
  input{flex:1;min-width:0;font:inherit;padding:.5rem .7rem;border:1px solid #8493a5;border-radius:6px;background:#fff}
  button,.button{font:inherit;min-height:44px;padding:.4rem 1rem;border:1px solid #8493a5;border-radius:6px;background:#fff;color:inherit;cursor:pointer;text-decoration:none;display:inline-block;vertical-align:top}
  button.primary{background:#0b5cad;border-color:#0b5cad;color:#fff}
  button:focus-visible,input:focus-visible,summary:focus-visible,a:focus-visible{outline:3px solid #0b5cad;outline-offset:2px}
  details{background:#fff;border:1px solid #d4dbe3;border-radius:6px;margin:.5rem 0}
  summary{cursor:pointer;padding:.6rem .8rem;min-height:44px;font-weight:600}
  summary small{font-weight:400;color:#526273}
  ul{list-style:none;margin:0;padding:0 .8rem .8rem;display:grid;gap:.5rem}
  li button{width:100%;text-align:left;display:grid;gap:0 .75rem;grid-template-columns:auto 1fr}
  li small{color:#526273;grid-column:1/-1;overflow-wrap:anywhere}
  [hidden]{display:none!important}
`;

/** A whole HTML document in Chinese and the headers it goes with; `script` is the only script that may run in it. */
export function makePage(title: string, content: string, script?: string) {
  const nonce = randomBytes(16).toString('base64');
  const scripts = script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`;
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · 云网通</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main>${scripts}</body></html>`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`;
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  };
}
