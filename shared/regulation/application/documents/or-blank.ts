/** What nobody has filled in, shown as such. */
export const orBlank = (words: string | undefined): string =>
  words === undefined || words.trim() === '' ? '（未填写）' : words;

/** A date for the pen. */
export const blankDate = '　　　　年　　月　　日';
