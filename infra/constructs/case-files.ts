import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { dataRoleEnvironment, PlatformFunction } from './platform-function.ts';

export interface CaseFilesProps {
  readonly assets: FunctionAssets;
  readonly tableName: string;
  readonly bucketName: string;
}

/** Serves what is attached to cases. A function of its own: no other reaches the bucket or carries its client. */
export class CaseFiles extends PlatformFunction {
  constructor(scope: Construct, id: string, { assets, tableName, bucketName }: CaseFilesProps) {
    super(scope, id, {
      name: 'files',
      assets,
      description: 'Takes in, checks and hands out what is attached to cases',
      // A file of 20 MB is read and looked through before it is accepted.
      timeout: Duration.seconds(25),
      environment: {
        TABLE_NAME: tableName,
        FILES_BUCKET: bucketName,
        ...dataRoleEnvironment(scope, 'county', 'city', 'county-files', 'city-files'),
      },
      assumes: ['county', 'city', 'county-files', 'city-files'],
    });
  }
}
