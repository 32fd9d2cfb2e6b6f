import type { RawItem } from './export-job.ts';

const headers = ['A#HEADER', 'ROSTER', 'HEAD'];
const entryKey = /^(EV|J)#(\d+)$/;

/** Whether an item keeps the head of the journal that lies beside it. */
export const isHeader = ({ sk }: RawItem): boolean => headers.includes(sk);

export const isEntry = ({ sk }: RawItem): boolean => entryKey.test(sk);

export const seqOf = ({ sk }: RawItem): number => Number(entryKey.exec(sk)?.[2]);

/** The items of one file of an archive, a line each. */
export const itemsOf = (bytes: Uint8Array): RawItem[] =>
  Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RawItem);
