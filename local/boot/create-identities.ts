import { randomBytes } from 'node:crypto';
import { type Credentials, issueCredentials, PrincipalDirectory } from '../aws/principals.ts';
import { sessionArn } from '../aws/sts/create-sts.ts';
import type { FunctionSpec } from '../functions/read-functions.ts';
import type { Deployment } from '../template/read-deployment.ts';
import type { Settings } from './settings.ts';

export interface Administrator {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Who may call the AWS endpoint from the start: the administrator, and each function under its execution role. */
export interface Identities {
  readonly principals: PrincipalDirectory;
  readonly administrator: Administrator;
  readonly credentialsOf: (spec: FunctionSpec) => Credentials;
}

const makeAdministrator = (): Administrator => ({
  accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64url'),
});

export function createIdentities(deployment: Deployment, settings: Settings): Identities {
  const { partition, account } = deployment;
  const principals = new PrincipalDirectory();
  const administrator = settings.keep('administrator', makeAdministrator);
  principals.add(administrator, {
    arn: `arn:${partition}:iam::${account}:user/administrator`,
    statements: [],
    tags: {},
    administrator: true,
  });
  const credentials = new Map<string, Credentials>();
  for (const { name, roleArn } of deployment.functions) {
    const role = deployment.roles.find(({ arn }) => arn === roleArn);
    if (role === undefined) throw new Error(`${name}: no role ${roleArn}`);
    const issued = issueCredentials();
    credentials.set(name, issued);
    principals.add(issued, {
      arn: sessionArn(roleArn, name),
      roleArn,
      statements: role.statements,
      tags: {},
      administrator: false,
      functionName: name,
    });
  }
  return {
    principals,
    administrator,
    credentialsOf({ name }) {
      const found = credentials.get(name);
      if (found === undefined) throw new Error(`${name} has no credentials`);
      return found;
    },
  };
}
