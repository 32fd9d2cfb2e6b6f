import type { OpenTemplates } from '../template/open-template.ts';
import { arnOf } from '../template/resource-kind.ts';
import { functionKind } from '../template/resources/lambda-function.ts';

export interface FunctionSpec {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Folder of the unpacked bundle. */
  readonly folder: string;
  /** `<module>.<export>` */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Functions with their bundles found among the assembly's assets. */
export function readFunctions(
  templates: OpenTemplates,
  assetFolders: ReadonlyMap<string, string>,
): FunctionSpec[] {
  return templates.find(functionKind).map((fn) => {
    const { Code, Handler, Role, Timeout, MemorySize, Environment } = fn.properties;
    const folder = assetFolders.get(Code.S3Key);
    if (folder === undefined) throw new Error(`${fn.name}: no asset ${Code.S3Key}`);
    return {
      name: fn.name,
      arn: arnOf(fn, 'lambda', `function:${fn.name}`),
      roleArn: Role,
      folder,
      handler: Handler,
      timeoutSeconds: Timeout,
      memoryMiB: MemorySize,
      environment: Environment.Variables,
    };
  });
}
