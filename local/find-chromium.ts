import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Chromium's executable: environment `CHROMIUM_PATH`, else the first known name on the path; undefined when there is none. */
export const findChromium = (environment: NodeJS.ProcessEnv = process.env): string | undefined => {
  const named = environment['CHROMIUM_PATH'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates =
    named === undefined ? folders.flatMap((folder) => names.map((name) => join(folder, name))) : [named];
  return candidates.find((path) => existsSync(path));
};
