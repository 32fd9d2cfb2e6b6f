/** One kind of message: a title, and a text for a phone. `{…}` are filled in. */
export interface MessageText {
  readonly title: string;
  readonly text: string;
}
