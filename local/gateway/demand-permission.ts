import type { OpenTemplates } from '../template/open-template.ts';
import { permissionKind } from '../template/resources/lambda-function.ts';

const principal = 'apigateway.amazonaws.com';

/** As IAM's ArnLike: each of the six parts by itself, `*` for any stretch and `?` for one character of it. */
export function matchesArn(pattern: string, arn: string): boolean {
  const [wanted, given] = [pattern, arn].map((one) => {
    const parts = one.split(':');
    return [...parts.slice(0, 5), parts.slice(5).join(':')];
  }) as [string[], string[]];
  return wanted.every((part, index) => {
    const expression = part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.');
    return new RegExp(`^${expression}$`, 's').test(given[index] ?? '');
  });
}

/**
 * Refuses a template whose API Gateway would be turned away by a function that it has to call: on AWS each such call is
 * answered with a 500.
 */
export function demandPermission(templates: OpenTemplates) {
  const permissions = templates
    .find(permissionKind)
    .map(({ properties }) => properties)
    .filter(({ Principal }) => Principal === principal);
  return (who: string, functionName: string, source: string): void => {
    const isPermitted = permissions.some(
      ({ FunctionName, SourceArn }) =>
        (FunctionName === functionName || FunctionName.endsWith(`:function:${functionName}`)) &&
        matchesArn(SourceArn, source),
    );
    if (!isPermitted) throw new Error(`${who}: ${functionName} lets no call in from ${source}`);
  };
}
