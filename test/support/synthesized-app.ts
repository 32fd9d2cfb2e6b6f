import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '#infra/synthesize.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';
import { type Deployment, readDeployment } from '#local/template/read-deployment.ts';
import { embeddedAssembly, embeddedPlace, parameters } from './embedded-deployment.ts';

export interface SynthesizedResource {
  readonly stack: string;
  readonly type: string;
  readonly logicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy: string | undefined;
}

export interface SynthesizedApp {
  readonly folder: string;
  readonly account: string;
  readonly resources: readonly SynthesizedResource[];
  /** Resources of one type, e.g. `AWS::SQS::Queue`. */
  readonly ofType: (type: string) => readonly SynthesizedResource[];
  /** The app with every reference resolved, as an account in `region` would see it. */
  readonly deployment: () => Deployment;
}

const otherAccount = '111122223333';

interface RawTemplate {
  readonly Resources: Record<
    string,
    { readonly Type: string; readonly Properties?: Record<string, unknown>; readonly DeletionPolicy?: string }
  >;
}

function readResources(folder: string): SynthesizedResource[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const { Resources }: RawTemplate = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return Object.entries(Resources).map(([logicalId, resource]) => ({
        stack: file.replace('.template.json', ''),
        type: resource.Type,
        logicalId,
        properties: resource.Properties ?? {},
        deletionPolicy: resource.DeletionPolicy,
      }));
    });
}

async function synthesizeElsewhere(region: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-synth-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await synthesize({ output: folder, account: otherAccount, region });
  return folder;
}

async function readApp(region: string): Promise<SynthesizedApp> {
  const embedded = region === embeddedPlace.region;
  const folder = await (embedded ? embeddedAssembly() : synthesizeElsewhere(region));
  const resources = readResources(folder);
  return {
    folder,
    account: embedded ? embeddedPlace.account : otherAccount,
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    deployment: () => readDeployment(loadAssembly(folder), { awsEndpoint: 'http://127.0.0.1:9', parameters }),
  };
}

const apps = new Map<string, Promise<SynthesizedApp>>();

/** The app synthesized for a region, read once a process: as the embedded runtime loads it, or for an account elsewhere. */
export function synthesizedApp(region: string = embeddedPlace.region): Promise<SynthesizedApp> {
  const app = apps.get(region) ?? readApp(region);
  apps.set(region, app);
  return app;
}
