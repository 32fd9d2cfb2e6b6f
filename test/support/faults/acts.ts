import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationContract } from '#shared/contracts/operation-contract.ts';
import { contracts } from '#shared/contracts/operation-contracts.ts';
import { operations } from '#shared/contracts/operations.ts';
import type { Story } from './fault-desk.ts';
import { operationStories } from './operation-stories.ts';
import { pageStories } from './page-stories.ts';

/** Something that can be asked of the system, and how it is brought about. */
export interface Act {
  readonly id: string;
  readonly functionName: string;
  readonly method: string;
  /** Of an answer when all goes well. */
  readonly status: number;
  /** Whether it is answered once for each Idempotency-Key. */
  readonly keyed: boolean;
  /** What whoever asks again after an answer was lost may be told instead. */
  readonly orStatus: number | undefined;
  readonly story: Story | undefined;
}

const known: Readonly<Record<string, OperationContract>> = contracts;

/** Without a key, whoever sends again over what they have changed is told that it has moved. */
const operationActs: readonly Act[] = operations.map(({ id, context, method }) => {
  const contract: OperationContract = known[id] ?? contracts.getMe;
  const keyed = contract.keyed === true;
  return {
    id,
    functionName: `yunwangtong-${context}`,
    method,
    status: contract.status,
    keyed,
    orStatus: contract.matched && !keyed && id !== 'saveSection' ? 409 : undefined,
    story: operationStories.get(id),
  };
});

/** A code, an answer of the issuer and a page shown serve once: whoever lost the answer asks anew. */
const lostForGood: Readonly<Record<string, number>> = {
  'POST /l/{token}/open': 404,
  'POST /l/{token}/decide': 409,
  'POST /session/exchange': 401,
  'POST /session/end': 401,
  'POST /session/end-everywhere': 401,
};
const functionOf = (route: string): string =>
  ['session', 'certificates'].find((name) => route.includes(`/${name}`)) ?? 'link';
const pageActs: readonly Act[] = Object.entries(pageStories).map(([id, story]) => ({
  id: id.replaceAll('/', ':'),
  functionName: `yunwangtong-${functionOf(id)}`,
  method: 'POST',
  status: 200,
  keyed: false,
  orStatus: lostForGood[id],
  story,
}));

export const acts: readonly Act[] = [...operationActs, ...pageActs];

/** Everything that the gateway of a running system takes and that is no reading: `POST /v1/cases`. */
export const changingRoutes = async (baseUrl: string): Promise<readonly string[]> => {
  const { assembly } = (await (await fetch(`${baseUrl}/_local/status`)).json()) as { assembly: string };
  const templates = readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
  return templates
    .flatMap((file) => {
      const { Resources } = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
        Resources: Record<string, { Type: string; Properties?: { RouteKey?: string } }>;
      };
      return Object.values(Resources)
        .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
        .map(({ Properties }) => Properties?.RouteKey ?? '');
    })
    .filter((key) => /^(POST|PUT|PATCH|DELETE) /.test(key));
};

/** The routes that some act takes. */
export const actedRoutes = (): readonly string[] => [
  ...operations.map(({ method, path }) => `${method} ${path}`),
  ...Object.keys(pageStories),
];
