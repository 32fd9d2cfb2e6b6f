/** What XML cannot hold, and what would make a reader see something else than is stored. */
const unseen = /[^\P{Cc}\t\n]|[\p{Cf}\p{Cs}\u{FFFE}\u{FFFF}]/gu;

/** A value as it may stand in a document: line ends as `\n`, nothing invisible; braces are left, they are no tags any more. */
export const plainWords = (value: string): string =>
  value
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
    .replace(unseen, '')
    .replace(/\t/g, ' ');
