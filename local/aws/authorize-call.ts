import { accessDenied } from './errors.ts';
import { type AccessRequest, evaluatePolicies } from './policy/evaluate-policies.ts';
import { type Principal, principalContext } from './principals.ts';

/** @throws AwsError AccessDeniedException unless the caller's policies allow it; the administrator may do all */
export function authorizeCall(principal: Principal, request: AccessRequest): void {
  if (principal.administrator) return;
  const context = { ...principalContext(principal), ...request.context };
  const verdict = evaluatePolicies(principal.statements, { ...request, context });
  if (verdict !== 'allow') {
    throw accessDenied(principal.arn, request.action, request.resource, verdict === 'deny');
  }
}
