import { AsyncLocalStorage } from 'node:async_hooks';

/** The request for which something is done: of the gateway's making, no secret and nothing of a person. */
export interface Correlated {
  readonly correlationId?: string;
}

const followed = new AsyncLocalStorage<{ correlationId?: string }>();

/** The id to log with and to leave on what is carried on later; nothing where no request is known. */
export const correlated = (): Correlated => ({ ...followed.getStore() });

/** From here on the work in hand is known to be done for a request; what is known already stays. */
export const joinRequest = ({ correlationId }: Correlated): void => {
  const work = followed.getStore();
  if (work && correlationId !== undefined) work.correlationId ??= correlationId;
};

/** One piece of work for a request, apart from every other that runs beside it; for none, until it is joined. */
export const followRequest = <Answer>(request: Correlated, work: () => Promise<Answer>): Promise<Answer> =>
  followed.run({ ...request }, work);
