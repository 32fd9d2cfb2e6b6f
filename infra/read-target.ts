import { readFileSync } from 'node:fs';

/** Account and region that the templates are for. */
export interface Environment {
  readonly account: string;
  readonly region: string;
}

const placeholderAccount = '000000000000';
const defaultRegion = 'cn-north-1';
const ancestorsSearched = 4;

const parentOf = (pid: number): number =>
  Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

const variableOf = (pid: number, name: string): string | undefined =>
  readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .find((line) => line.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * `CDK_DEFAULT_REGION` as the caller gave it. The CLI puts its own idea (`AWS_REGION`, the profile, else us-east-1) into
 * the app's environment over what it was called with; on Linux its caller's value is still to be read there.
 */
const askedOfCli = (told: string | undefined): string | undefined => {
  try {
    for (let pid = process.ppid, i = 0; pid > 1 && i < ancestorsSearched; pid = parentOf(pid), i += 1) {
      const asked = variableOf(pid, 'CDK_DEFAULT_REGION');
      if (asked && asked !== told && !variableOf(pid, 'AWS_REGION')) return asked;
    }
  } catch {
    // no /proc here: the CLI's value stands
  }
  return told;
};

/** Where the templates go: what the caller asked for, else what the CLI found, else placeholders that emulators use. */
export const readTarget = (environment: NodeJS.ProcessEnv): Environment => {
  const told = environment['CDK_DEFAULT_REGION'];
  const byCli = environment['CDK_OUTDIR'] !== undefined;
  return {
    account: environment['CDK_DEFAULT_ACCOUNT'] || placeholderAccount,
    region: (byCli ? askedOfCli(told) : told) || defaultRegion,
  };
};
