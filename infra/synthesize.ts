import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import settings from '../cdk.json' with { type: 'json' };
import { bundleFunctions } from './bundle-functions.ts';
import { tellAlarmTopic } from './constructs/alarm-topic.ts';
import { PlainSynthesizer } from './plain-synthesizer.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { OperationsStack } from './stacks/operations.ts';
import { WorkflowsStack } from './stacks/workflows.ts';

export interface Target {
  /** Folder of the cloud assembly; without it, CDK's own choice: `CDK_OUTDIR` as the CLI sets it, else a new temporary one. */
  readonly output?: string;
  readonly account: string;
  readonly region: string;
}

/** Builds all stacks for one account and region, checks them by AWS Solutions' rules, and writes the assembly. */
export async function synthesize({ output, account, region }: Target): Promise<CloudAssembly> {
  const assets = await bundleFunctions(join(import.meta.dirname, '..'));
  try {
    const app = new App({
      ...(output === undefined ? {} : { outdir: output }),
      analyticsReporting: false,
      defaultStackSynthesizer: new PlainSynthesizer(),
      treeMetadata: false,
      context: { ...settings.context, 'aws:cdk:disable-stack-trace': true },
    });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const env = { account, region };
    const { table, files } = new DataStack(app, 'YunwangtongData', { env });
    const workflows = new WorkflowsStack(app, 'YunwangtongWorkflows', { env, table, assets });
    const api = new ApiStack(app, 'YunwangtongApi', { env, table, files, assets });
    const operations = new OperationsStack(app, 'YunwangtongOperations', { env, apiId: api.apiId });
    for (const stack of [workflows, api, operations]) tellAlarmTopic(stack);
    return app.synth();
  } finally {
    assets.dispose();
  }
}
