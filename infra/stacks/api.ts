import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionAssets } from '../bundle-functions.ts';
import { CaseFiles } from '../constructs/case-files.ts';
import type { FilesBucket } from '../constructs/files-bucket.ts';
import { Gateway } from '../constructs/gateway.ts';
import { dataRoleEnvironment, PlatformFunction } from '../constructs/platform-function.ts';
import { Sessions } from '../constructs/sessions.ts';
import { SignIn } from '../constructs/sign-in.ts';
import type { SingleTable } from '../constructs/single-table.ts';
import { Tenancy } from '../constructs/tenancy.ts';
import { TenantExports } from '../constructs/tenant-exports.ts';
import { TenantFunction, type TenantFunctionProps } from '../constructs/tenant-function.ts';

export interface ApiStackProps extends StackProps {
  readonly table: SingleTable;
  readonly files: FilesBucket;
  readonly assets: FunctionAssets;
}

/** What people and programs call: the HTTP API, a function per context, and sign-in. */
export class ApiStack extends Stack {
  readonly apiId: string;

  constructor(scope: Construct, id: string, { table, files, assets, ...props }: ApiStackProps) {
    super(scope, id, props);
    const { tableName } = table;
    const signIn = new SignIn(this, 'SignIn');
    const tenancy = new Tenancy(this, 'Tenancy', { assets, tableName, signIn });
    const serve = (
      name: TenantFunctionProps['name'],
      reads: TenantFunctionProps['reads'],
      description: string,
    ) => new TenantFunction(this, name, { name, assets, tableName, reads, description }).lambda;
    const web = new PlatformFunction(this, 'Web', {
      name: 'web',
      assets,
      description: 'Serves the console, the API document and its pages; answers unknown paths',
      environment: {
        OIDC_ISSUER: signIn.issuer,
        OIDC_CLIENT_ID: signIn.clientId,
        OIDC_AUDIENCE: signIn.audience,
        OIDC_SCOPE: signIn.scope,
        SESSION_HOURS: signIn.sessionHours,
        PUBLIC_BASE_URL: signIn.publicBaseUrl,
        FILES_HOST: files.bucketRegionalDomainName,
      },
    });
    const link = new PlatformFunction(this, 'Link', {
      name: 'link',
      assets,
      description: 'Serves approval links: an inert page, a one-time code, the matter and its decision',
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(this, 'system') },
      assumes: ['system'],
    });
    const certificates = new PlatformFunction(this, 'Certificates', {
      name: 'certificates',
      assets,
      description: 'Checks a certificate for whoever holds the paper',
      environment: { TABLE_NAME: tableName, ...dataRoleEnvironment(this, 'system') },
      assumes: ['system'],
    });
    const gateway = new Gateway(this, 'Gateway', {
      authorizer: tenancy.authorizer.lambda,
      web: web.lambda,
      link: link.lambda,
      certificates: certificates.lambda,
      session: new Sessions(this, 'Sessions', { assets, tableName, signIn }).lambda,
      contexts: {
        tenancy: tenancy.http.lambda,
        cases: serve('cases', ['county', 'city'], 'Files, reads and decides cases'),
        desks: serve(
          'desks',
          ['county', 'city'],
          'Keeps who stands in for whom, and who takes over from whom',
        ),
        catalogue: serve(
          'catalogue',
          ['reference', 'catalogue'],
          'Keeps and lists what may be applied for, and on which form',
        ),
        files: new CaseFiles(this, 'Files', { assets, tableName, bucketName: files.bucketName }).lambda,
        exports: new TenantExports(this, 'Exports', { assets, tableName, bucketName: files.bucketName }).http
          .lambda,
        documents: new TenantFunction(this, 'documents', {
          name: 'documents',
          assets,
          tableName,
          reads: ['county-reader', 'city-reader', 'usage'],
          publishes: 'templates',
          description: 'Makes official documents of cases and of what follows them',
        }).lambda,
        messages: serve(
          'messages',
          ['county', 'city'],
          'Shows people what they were told, and administrators the texts',
        ),
        calendar: new TenantFunction(this, 'calendar', {
          name: 'calendar',
          assets,
          tableName,
          reads: ['county-reader', 'city-reader'],
          publishes: 'calendar',
          description: 'Publishes holiday notices, and tells what they move',
        }).lambda,
        provisioning: serve(
          'provisioning',
          ['county', 'city', 'provider', 'usage'],
          'Plans, confirms and reports the opening of resources',
        ),
        registry: serve(
          'registry',
          ['county', 'city'],
          'Shows information systems and cloud resources, and keeps what is off the cloud',
        ),
        obligations: serve('obligations', ['county', 'city'], 'Keeps what departments owe after the opening'),
        reclamation: new TenantFunction(this, 'reclamation', {
          name: 'reclamation',
          assets,
          tableName,
          reads: ['county', 'city'],
          more: { PUBLIC_BASE_URL: signIn.publicBaseUrl },
          description: 'Warns, disposes of and takes back resources, up to the certificate',
        }).lambda,
        trials: serve('trials', ['reference', 'usage'], 'Runs the rules on a body given whole'),
      },
    });
    this.apiId = gateway.apiId;
    new CfnOutput(this, 'ApiUrl', { value: gateway.url });
  }
}
