/** A Word file's name that every file system takes. */
export const namedFile = (systemName: string, what: string): string =>
  `${systemName.replace(/[\\/:*?"<>|\p{C}]/gu, '_').slice(0, 60)} ${what}.docx`;
