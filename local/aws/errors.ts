/** An AWS error, before it is put into a protocol's shape. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  /** @param code without namespace, e.g. `AccessDeniedException` */
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** IAM's refusal in AWS's words. */
export const accessDenied = (
  principalArn: string,
  action: string,
  resource: string,
  explicit: boolean,
): AwsError =>
  new AwsError(
    'AccessDeniedException',
    `User: ${principalArn} is not authorized to perform: ${action} on resource: ${resource} ` +
      (explicit
        ? 'with an explicit deny in an identity-based policy'
        : `because no identity-based policy allows the ${action} action`),
  );
