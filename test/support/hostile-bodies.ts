const deep = (levels: number, [open = '', close = '']: string) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const nested = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
const wide = `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join(',')}}`;
const long = JSON.stringify({ reason: '长'.repeat(1_500_000) });
const repeated = `{${Array.from({ length: 1_000 }, () => '"reason":"x"').join(',')}}`;
/** Bodies that ask for more than their sender spent, and with which code they are refused where one is certain. */
export const bombs = [
  ['50 000 levels of lists', deep(50_000, '[]'), 'request-malformed'],
  ['5 000 levels of objects', nested, 'request-malformed'],
  ['a text of 4.5 MB', long, 'request-malformed'],
  ['60 000 fields', wide, undefined],
  ['one field a thousand times', repeated, undefined],
] as const;
