/** Element names with text or nested elements. */
export interface XmlNode {
  readonly [name: string]: string | XmlNode;
}

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Elements without attributes, in order. */
export function writeXml(node: XmlNode): string {
  return Object.entries(node)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'string' ? escapeText(value) : writeXml(value)}</${name}>`,
    )
    .join('');
}
