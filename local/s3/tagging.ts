import type { Tags } from './object-store.ts';
import { invalid } from './refuse-s3.ts';

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Reads a `Tagging` document as the SDK and forms send it. @throws InvalidArgument for any other text */
export function readTagging(xml: string): Tags {
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<Tagging[\s>][\s\S]*<\/Tagging>\s*$/.test(xml))
    throw invalid('The tagging document is malformed');
  const tags = xml.matchAll(/<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g);
  return Object.fromEntries(
    [...tags].map(([, key = '', value = '']) => [unescapeXml(key), unescapeXml(value)]),
  );
}
