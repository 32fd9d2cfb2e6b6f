import { join } from 'node:path';
import type { Credentials } from '../aws/principals.ts';
import type { FunctionSpec } from './read-functions.ts';

/** Where functions find the AWS of this machine. */
export interface AwsPlace {
  readonly awsEndpoint: string;
  readonly region: string;
  readonly dataDir: string;
}

/** All of a function's environment: nothing of the machine's own gets in, no call gets out to the real AWS. */
export function functionEnvironment(
  spec: FunctionSpec,
  credentials: Credentials,
  { awsEndpoint, region, dataDir }: AwsPlace,
): Record<string, string> {
  return {
    PATH: '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMiB),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    LAMBDA_TASK_ROOT: spec.folder,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL_DYNAMODB: awsEndpoint,
    AWS_ENDPOINT_URL_S3: awsEndpoint,
    AWS_ENDPOINT_URL_SFN: awsEndpoint,
    AWS_ENDPOINT_URL_SQS: awsEndpoint,
    AWS_ENDPOINT_URL_STS: awsEndpoint,
    // A service that is not simulated ends here and is refused by name.
    AWS_ENDPOINT_URL: `${awsEndpoint}/unsupported`,
    // The person's own profile at the machine must not leak in.
    AWS_CONFIG_FILE: join(dataDir, 'no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(dataDir, 'no-aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    // Told in every call, so that the meter knows who asked.
    AWS_SDK_UA_APP_ID: spec.name,
    ...spec.environment,
  };
}
