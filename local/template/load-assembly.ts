import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      displayName: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
const assetsSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string(), packaging: z.string() }) })),
});
const resourceSchema = z.strictObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  Condition: z.string().optional(),
});
const templateSchema = z.strictObject({
  AWSTemplateFormatVersion: z.string().optional(),
  Description: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
  Parameters: z
    .record(z.string(), z.looseObject({ Type: z.string(), Default: z.unknown().optional() }))
    .default({}),
  /** Checks of CloudFormation's own at deployment (CDK's bootstrap version). */
  Rules: z.record(z.string(), z.unknown()).optional(),
  Conditions: z.record(z.string(), z.unknown()).optional(),
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }),
    )
    .default({}),
});

export type Template = z.infer<typeof templateSchema>;

export interface StackTemplate {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: Template;
}

/** A synthesized CDK app: its stacks, and where the files that they refer to lie. */
export interface Assembly {
  readonly stacks: readonly StackTemplate[];
  /** `<hash>.zip` as in a function's `Code.S3Key` → folder on this machine. */
  readonly assetFolders: ReadonlyMap<string, string>;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readAssets(folder: string, file: string): [string, string][] {
  const { files } = assetsSchema.parse(readJson(join(folder, file)));
  return Object.entries(files)
    .filter(([, { source }]) => source.packaging === 'zip')
    .map(([hash, { source }]) => [`${hash}.zip`, join(folder, source.path)]);
}

type Artifact = z.infer<typeof manifestSchema>['artifacts'][string];

function readStack(
  folder: string,
  id: string,
  { environment, displayName, properties }: Artifact,
): StackTemplate {
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment ?? '') ?? [];
  if (account === undefined || region === undefined) throw new Error(`${id}: no account and region`);
  const template = templateSchema.safeParse(readJson(join(folder, String(properties?.['templateFile']))));
  if (!template.success) throw new Error(`${id}: ${z.prettifyError(template.error)}`);
  return { name: displayName ?? id, account, region, template: template.data };
}

/**
 * Reads a CDK output folder.
 * @throws on a template section that nothing here would honour
 */
export function loadAssembly(folder: string): Assembly {
  const artifacts = Object.entries(manifestSchema.parse(readJson(join(folder, 'manifest.json'))).artifacts);
  const ofType = (type: string) => artifacts.filter(([, artifact]) => artifact.type === type);
  return {
    stacks: ofType('aws:cloudformation:stack').map(([id, artifact]) => readStack(folder, id, artifact)),
    assetFolders: new Map(
      ofType('cdk:asset-manifest').flatMap(([, { properties }]) =>
        readAssets(folder, String(properties?.['file'])),
      ),
    ),
  };
}
