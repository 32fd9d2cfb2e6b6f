import { type Asked, replayed, scopeOf } from '#shared/kernel/asked.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { AdministrationServices } from './administration-ports.ts';
import { passAdministration } from './pass-administration.ts';

/** The door, once for each Idempotency-Key: a repeated request gets its first answer. */
export const passAsked = async <Answer>(
  services: Pick<AdministrationServices, 'administration' | 'clock'>,
  asked: Asked,
  decide: Parameters<typeof passAdministration<Answer>>[2],
): Promise<Result<Answer, Refusal>> => {
  const scope = scopeOf(asked);
  const repeated = async (): Promise<Result<Answer, Refusal> | undefined> => {
    const record = await services.administration.findIdempotency(scope);
    return record && replayed(record, scope.digest);
  };
  const known = await repeated();
  if (known) return known;
  const keep = (answer: string) => ({ ...scope, answer });
  const result = await passAdministration(services, asked.actor, decide, keep);
  return result.ok ? result : ((await repeated()) ?? result);
};
