import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import { operations } from '#shared/contracts/operations.ts';
import type { OpenapiDocument } from './build-openapi.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

const accessLabels = { public: '公开', token: '登录', membership: '登录并选定任职' } as const;

const schemaBlock = (title: string, schema: unknown): string =>
  `<details><summary>${title}</summary><pre>${escapeHtml(JSON.stringify(schema, undefined, 2))}</pre></details>`;

interface DocumentedOperation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> };
  readonly responses: Record<string, { readonly content: Record<string, { readonly schema: unknown }> }>;
}

const places: Readonly<Record<string, string>> = { header: '请求头', path: '路径', query: '查询' };

const renderOperation = (route: (typeof operations)[number], documented: DocumentedOperation): string => {
  const contract: OperationContract = contracts[route.id];
  const parameters = documented.parameters
    .map(
      ({ name, in: where, required }) =>
        `<li><code>${escapeHtml(name)}</code>（${places[where] ?? where}${required ? '，必填' : ''}）</li>`,
    )
    .join('');
  const body = documented.requestBody?.content['application/json']?.schema;
  const answer = documented.responses[String(contract.status)]?.content['application/json']?.schema;
  return `<section id="${route.id}"><h2><code>${route.method}</code> <code>${escapeHtml(route.path)}</code></h2>
<p>${escapeHtml(contract.summary)}（${accessLabels[route.access]}）</p>
${parameters ? `<ul>${parameters}</ul>` : ''}${body ? schemaBlock('请求正文', body) : ''}${answer ? schemaBlock(`答复 ${contract.status}`, answer) : `<p>答复 ${contract.status}：文件。</p>`}</section>`;
};

const style = `body{font:15px/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:960px;margin:0 auto;padding:24px;color:#1f2329}
h1{font-size:24px}h2{font-size:16px;margin:28px 0 4px}code{background:#f2f4f7;padding:1px 5px;border-radius:3px;overflow-wrap:anywhere}
pre{background:#f7f8fa;padding:12px;overflow:auto;font-size:13px}summary{cursor:pointer;color:#1d4ed8}nav li{margin:2px 0}`;

/** The interface's pages for people: one section an operation, no script needed. */
export const renderDocs = (document: OpenapiDocument): string => {
  const sections = operations.map((route) =>
    renderOperation(route, document.paths[route.path]?.[route.method.toLowerCase()] as DocumentedOperation),
  );
  const index = operations
    .map((route) => `<li><a href="#${route.id}">${escapeHtml(contracts[route.id].summary)}</a></li>`)
    .join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>云网通接口说明</title><style>${style}</style></head>
<body><h1>云网通接口说明</h1><p>${escapeHtml(document.info.description)} 机器可读的说明见 <a href="/openapi.json">openapi.json</a>。</p>
<nav><ul>${index}</ul></nav>${sections.join('\n')}
<section><h2>问题代码</h2><pre>${escapeHtml(String(document.components.schemas.Problem['description']))}</pre></section></body></html>`;
};
