/** Where people sign in; served by the web function, so that one build fits every installation. */
export interface ConsoleConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Seconds that the sign-in at the issuer may lie back. */
  readonly maxAge: number;
}

let config: Promise<ConsoleConfig> | undefined;

const fetchConfig = async (): Promise<ConsoleConfig> => {
  const response = await fetch('/config.json', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return (await response.json()) as ConsoleConfig;
};

/** Reads `/config.json` once; a failed read is not kept. */
export const readConfig = (): Promise<ConsoleConfig> => {
  config ??= fetchConfig().catch((error: unknown) => {
    config = undefined;
    throw error;
  });
  return config;
};
