import { join } from 'node:path';
import { createControl } from '../control/create-control.ts';
import { FaultPlan } from '../faults/fault-plan.ts';
import { inboxHost } from '../inbox/create-inbox.ts';
import { DynamoLocal, endRunning } from '../java/dynamo-local.ts';
import { seedData } from '../seed/seed-data.ts';
import { ensureAssembly, holdAssembly } from '../synth/ensure-assembly.ts';
import { ensureTable } from '../tables/ensure-table.ts';
import { loadAssembly } from '../template/load-assembly.ts';
import { type Deployment, readDeployment } from '../template/read-deployment.ts';
import type { Closing } from './closing.ts';
import { createParts, type Parts } from './create-parts.ts';
import { type DataFolder, openFolder } from './open-folder.ts';
import { closeServer, createGate, openServer, openServerNear } from './open-server.ts';
import type { PhaseClock } from './phase-clock.ts';
import { type RuntimeFile, removeRuntimeFile, writeRuntimeFile } from './runtime-file.ts';
import { createFront } from './serve-front.ts';

export interface BootOptions {
  /** The project's folder. */
  readonly root: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
}

const audience = 'yunwangtong';
const clientId = 'yunwangtong-console';
const approvalMachine = 'yunwangtong-approval';

const oidcOf = (baseUrl: string) => ({
  issuer: `${baseUrl}/_local/oidc`,
  audience,
  clientId,
  redirectUris: [`${baseUrl}/`, `${baseUrl}/signin`],
});

function deploy(folder: string, baseUrl: string, awsEndpoint: string): Deployment {
  const { issuer } = oidcOf(baseUrl);
  return readDeployment(loadAssembly(folder), {
    awsEndpoint,
    parameters: {
      OidcIssuer: issuer,
      OidcAudience: audience,
      OidcJwksUrl: `${issuer}/jwks`,
      OidcClientId: clientId,
      PublicBaseUrl: baseUrl,
    },
  });
}

function machineArn({ machines }: Deployment, wanted: string): string {
  const machine = machines.find(({ name }) => name === wanted);
  if (machine === undefined) throw new Error(`模板里没有状态机 ${wanted}`);
  return machine.arn;
}

/** The table has its seeds once both steps have ended well; until then the next start does them again. */
async function seedOnce(
  root: string,
  folder: DataFolder,
  content: RuntimeFile,
  inboxSecret: string,
  signal: AbortSignal,
): Promise<void> {
  if (folder.settings.get<boolean>('seeded')) return;
  const { region, tableName, awsEndpoint, administrator } = content;
  const { log, dataDir } = folder;
  const messaging = { file: join(dataDir, 'messaging.json'), host: inboxHost, secret: inboxSecret };
  await seedData({ root, region, tableName, awsEndpoint, administrator, messaging, signal, log });
  folder.settings.set('seeded', true);
}

async function awaitFirstAnswer(baseUrl: string): Promise<void> {
  const answer = await fetch(`${baseUrl}/openapi.json`);
  if (answer.status === 200) return void (await answer.arrayBuffer());
  throw new Error(`GET /openapi.json 回答 ${answer.status}：${(await answer.text()).slice(0, 500)}`);
}

async function startServices(parts: Parts, closing: Closing): Promise<void> {
  for (const { name, part } of parts.services) {
    closing.add(name, () => part.stop());
    await part.start();
  }
}

/**
 * Starts everything on one machine and resolves when `GET /openapi.json` answers 200.
 * @param closing takes what must be ended, whether the start succeeds or not
 */
export async function bootRuntime(
  options: BootOptions,
  clock: PhaseClock,
  closing: Closing,
): Promise<RuntimeFile> {
  const { root, port, dataDir } = options;
  const baseUrl = `http://127.0.0.1:${port}`;
  const plan = new FaultPlan();
  const folder = openFolder(dataDir, plan, closing);
  // A killed runtime leaves its own behind.
  removeRuntimeFile(dataDir);
  const front = createFront(folder.log);
  const frontServer = (await openServer(port)).on('request', front.listener);
  const aws = await openServerNear(folder.settings.get<number>('awsPort') ?? 0);
  const awsGate = createGate();
  aws.server.on('request', awsGate.listener);
  folder.settings.set('awsPort', aws.port);
  const awsEndpoint = `http://127.0.0.1:${aws.port}`;
  closing.add('数据库', () => endRunning(dataDir));
  closing.add('AWS 端点', () => closeServer(aws.server));

  const children = new AbortController();
  closing.add('子进程', () => children.abort());
  const dynamo = new DynamoLocal(dataDir, folder.log);
  const [assembly, dynamoEndpoint] = await Promise.all([
    clock.measure('合成模板', () => ensureAssembly(root, children.signal)),
    clock.measure('启动数据库', () => dynamo.endpoint()),
  ]);
  closing.add('模板', holdAssembly(assembly));
  const deployment = deploy(assembly, baseUrl, awsEndpoint);
  await clock.measure('核对数据表', () => ensureTable(dynamoEndpoint, deployment.table));

  const oidc = oidcOf(baseUrl);
  const parts = createParts({
    folder,
    plan,
    deployment,
    awsEndpoint,
    dynamo,
    dynamoEndpoint,
    oidc,
    baseUrl,
  });
  awsGate.open(parts.awsEndpoint);
  closing.add('函数', () => parts.functions.stop());
  const content: RuntimeFile = {
    pid: process.pid,
    port,
    baseUrl,
    awsEndpoint,
    region: deployment.region,
    tableName: deployment.table.name,
    approvalMachineArn: machineArn(deployment, approvalMachine),
    issuer: oidc.issuer,
    audience,
    clientId,
    administrator: parts.administrator,
  };
  await clock.measure('写入初始数据', () =>
    seedOnce(root, folder, content, parts.inboxSecret, children.signal),
  );
  await clock.measure('启动各部件', () => startServices(parts, closing));
  const control = createControl({
    clock: parts.clock,
    keepShift: (shiftMs) => folder.settings.set('clockShiftMs', shiftMs),
    plan,
    meter: parts.meter,
    streams: parts.streams,
    queues: parts.queues,
    schedules: parts.schedules,
    status: () => ({
      pid: process.pid,
      baseUrl,
      dataDir,
      assembly,
      functions: deployment.functions.map(({ name }) => name),
      phases: clock.phases,
    }),
  });
  closing.add('网关', () => closeServer(frontServer));
  front.open({ control, inbox: parts.inbox, oidc: parts.oidc.handle, gateway: parts.gateway });
  await clock.measure('首次回答', () => awaitFirstAnswer(baseUrl));
  closing.add('运行信息', () => removeRuntimeFile(dataDir));
  writeRuntimeFile(dataDir, content);
  return content;
}
