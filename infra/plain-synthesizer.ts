import { DefaultStackSynthesizer } from 'aws-cdk-lib';

/**
 * CDK's own way of deploying, without the rule and the SSM parameter that each template would otherwise carry to
 * check the bootstrap stack: the CLI checks it by the manifest, and other engines have no such parameter.
 */
export class PlainSynthesizer extends DefaultStackSynthesizer {
  constructor() {
    super({ generateBootstrapVersionRule: false });
  }

  // CDK's class declares these as possibly undefined, which its own interface refuses under exact optional types.
  override get bootstrapQualifier(): string {
    return super.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  }

  override get lookupRole(): string {
    return bound(super.lookupRole);
  }

  override get cloudFormationExecutionRole(): string {
    return bound(super.cloudFormationExecutionRole);
  }
}

function bound(role: string | undefined): string {
  if (role === undefined) throw new Error('The synthesizer is not bound to a stack yet');
  return role;
}
