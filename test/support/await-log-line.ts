import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogCode } from '#shared/log/log.ts';
import type { Heard } from './ask.ts';
import { awaitTrue } from './await-true.ts';

/** Under which id the gateway knows an answered request. */
export const requestOf = ({ headers }: Heard): string => headers.get('apigw-requestid') ?? 'none';

/** Waits until a function of the embedded runtime has said something that it did for a request. */
export const awaitLogLine = (
  { dataDir }: { readonly dataDir: string },
  functionName: string,
  code: LogCode,
  correlationId: string,
): Promise<void> => {
  const file = join(dataDir, 'logs', `yunwangtong-${functionName}.log`);
  const said = (line: string) => {
    const read = JSON.parse(line) as { readonly code: unknown; readonly correlationId: unknown };
    return read.code === code && read.correlationId === correlationId;
  };
  return awaitTrue(`${functionName} says ${code} for ${correlationId}`, () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return lines.some((line) => line.endsWith('}') && line.includes(correlationId) && said(line));
  });
};
