import type { FunctionSpec } from '../functions/read-functions.ts';
import type { Deployment } from '../template/read-deployment.ts';

const plain = (name: string): string => name.replace(/^yunwangtong-/, '').replace(/-\d{12}-.*$/, '');
const node = (kind: string, name: string): string => `${kind}_${plain(name).replaceAll('-', '_')}`;
const lastOf = (arn: string): string => arn.split(':').at(-1) ?? arn;

/** Data roles that a function may take on, as its environment names them. */
const rolesOf = ({ environment }: FunctionSpec): string[] =>
  Object.values(environment).flatMap((value) => /yunwangtong-data-([a-z-]+)$/.exec(value)?.[1] ?? []);

const label = (spec: FunctionSpec, more: string[]): string =>
  [
    `<b>${plain(spec.name)}</b>`,
    ...more,
    ...(rolesOf(spec).length > 0 ? [`<i>${rolesOf(spec).join(', ')}</i>`] : []),
  ].join('<br/>');

/** Queues, buckets and machines that a function is told of. */
const usesOf = ({ queues, buckets, machines }: Deployment, { environment }: FunctionSpec): string[] => {
  const values = Object.values(environment);
  return [
    ...queues.filter(({ url }) => values.includes(url)).map(({ name }) => node('q', name)),
    ...buckets.filter(({ name }) => values.includes(name)).map(({ name }) => node('b', name)),
    ...machines.filter(({ arn }) => values.includes(arn)).map(({ name }) => node('m', name)),
  ];
};

const functionsOf = (deployment: Deployment) => {
  const { functions, gateway, rules } = deployment;
  const asked = new Set(gateway.routes.map(({ functionName }) => functionName));
  const judges = new Set(gateway.routes.flatMap(({ authorizer }) => authorizer?.functionName ?? []));
  return functions.map((spec) => ({
    spec,
    asked: asked.has(spec.name),
    judges: judges.has(spec.name),
    schedule: rules.find(({ functionName }) => functionName === spec.name)?.expression,
  }));
};

const declarations = (deployment: Deployment): string[] => {
  const { queues, buckets, machines, queueSources } = deployment;
  const all = functionsOf(deployment);
  const asked = all.filter(({ asked: byRoute, judges }) => byRoute || judges);
  const working = all.filter((one) => !asked.includes(one));
  const draw = ({ spec, schedule }: (typeof all)[number]) =>
    `    ${node('f', spec.name)}["${label(spec, schedule ? [schedule] : [])}"]`;
  const served = new Set(queueSources.map(({ queueArn }) => queueArn));
  return [
    '  people(["人和程序"])',
    '  gateway{{"HTTP API"}}',
    '  subgraph asked["按请求运行"]',
    ...asked.map(draw),
    '  end',
    '  subgraph working["按事件和时间运行"]',
    ...working.map(draw),
    '  end',
    ...queues
      .filter(({ arn }) => served.has(arn))
      .map(({ name }) => `  ${node('q', name)}[/"队列 ${plain(name)}"/]`),
    ...queues
      .filter(({ arn }) => !served.has(arn))
      .map(({ name }) => `  ${node('q', name)}[/"死信 ${plain(name)}"/]:::dead`),
    ...buckets.map(
      ({ name, lock }) => `  ${node('b', name)}[("存储桶 ${plain(name)}${lock ? '<br/>对象锁定' : ''}")]`,
    ),
    ...machines.map(({ name, definition }) => {
      const { States = {} } = definition as { States?: object };
      return `  ${node('m', name)}[["状态机 ${plain(name)}<br/>${Object.keys(States).length} 个状态"]]`;
    }),
    '  table[("单表 DynamoDB<br/>键按会话标签设栏")]',
  ];
};

const edges = (deployment: Deployment): string[] => {
  const { queueSources, queues, streamMappings, machines } = deployment;
  const all = functionsOf(deployment);
  const called = machines.flatMap(({ name, definition }) =>
    all
      .filter(({ spec }) => JSON.stringify(definition).includes(`"${spec.arn}"`))
      .map(({ spec }) => `  ${node('m', name)} -->|令牌| ${node('f', spec.name)}`),
  );
  return [
    '  people --> gateway',
    ...all.filter(({ judges }) => judges).map(({ spec }) => `  gateway -.->|鉴权| ${node('f', spec.name)}`),
    '  gateway --> asked',
    '  asked --> table',
    '  working --> table',
    ...streamMappings.flatMap(({ functionName, onFailureArn }) => [
      `  table ==>|数据流| ${node('f', functionName)}`,
      ...(onFailureArn ? [`  ${node('f', functionName)} -.-> ${node('q', lastOf(onFailureArn))}`] : []),
    ]),
    ...queueSources.map(
      ({ queueArn, functionName }) => `  ${node('q', lastOf(queueArn))} ==> ${node('f', functionName)}`,
    ),
    ...queues.flatMap(({ name, deadLetter }) =>
      deadLetter ? [`  ${node('q', name)} -.-> ${node('q', lastOf(deadLetter.arn))}`] : [],
    ),
    ...all.flatMap(({ spec }) =>
      usesOf(deployment, spec).map((used) => `  ${node('f', spec.name)} --> ${used}`),
    ),
    ...called,
  ];
};

/** The deployed parts and what flows between them, as a Mermaid diagram. */
export const drawArchitecture = (deployment: Deployment): string =>
  [
    'flowchart LR',
    ...declarations(deployment),
    ...edges(deployment),
    '  classDef dead stroke-dasharray: 4',
  ].join('\n');

const frame = /(<!-- diagram: npm run architecture -->\n)[\s\S]*?(<!-- \/diagram -->)/;

/** The page with the diagram as it is now. @throws when the page has no place for it */
export const withDiagram = (page: string, diagram: string): string => {
  if (!frame.test(page)) throw new Error('docs/architecture.md has no place for the diagram');
  return page.replace(
    frame,
    (_, before: string, after: string) => `${before}\`\`\`mermaid\n${diagram}\n\`\`\`\n${after}`,
  );
};
