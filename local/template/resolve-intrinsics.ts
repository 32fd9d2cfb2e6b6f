/** What intrinsic functions ask of the template they stand in. */
export interface Lookup {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
}

type Resolve = (value: unknown) => unknown;

const asText = (value: unknown, where: string): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Error(`${where}: text expected, got ${JSON.stringify(value)}`);
};

const asList = (value: unknown, where: string): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`${where}: list expected, got ${JSON.stringify(value)}`);
};

function substitute(argument: unknown, lookup: Lookup, resolve: Resolve): string {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  return asText(text, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    if (name in own) return asText(resolve(own[name]), `Fn::Sub ${name}`);
    const dot = name.indexOf('.');
    const value = dot < 0 ? lookup.ref(name) : lookup.attribute(name.slice(0, dot), name.slice(dot + 1));
    return asText(value, `Fn::Sub ${name}`);
  });
}

const functions: Record<string, (argument: unknown, lookup: Lookup, resolve: Resolve) => unknown> = {
  Ref: (argument, lookup) => lookup.ref(asText(argument, 'Ref')),
  'Fn::GetAtt': (argument, lookup) => {
    const [id, attribute] =
      typeof argument === 'string' ? argument.split(/\.(.*)/) : asList(argument, 'Fn::GetAtt');
    return lookup.attribute(asText(id, 'Fn::GetAtt'), asText(attribute, 'Fn::GetAtt'));
  },
  'Fn::ImportValue': (argument, lookup, resolve) =>
    lookup.importValue(asText(resolve(argument), 'Fn::ImportValue')),
  'Fn::Join': (argument, _lookup, resolve) => {
    const [separator, parts] = asList(argument, 'Fn::Join');
    const texts = asList(resolve(parts), 'Fn::Join').map((part) => asText(part, 'Fn::Join'));
    return texts.join(asText(separator, 'Fn::Join'));
  },
  'Fn::Split': (argument, _lookup, resolve) => {
    const [separator, text] = asList(argument, 'Fn::Split');
    return asText(resolve(text), 'Fn::Split').split(asText(separator, 'Fn::Split'));
  },
  'Fn::Select': (argument, _lookup, resolve) => {
    const [index, list] = asList(argument, 'Fn::Select');
    const chosen = asList(resolve(list), 'Fn::Select')[Number(resolve(index))];
    if (chosen === undefined) throw new Error(`Fn::Select: no element ${String(index)}`);
    return chosen;
  },
  'Fn::Sub': substitute,
};

/**
 * A template value with its intrinsic functions evaluated.
 * @throws on an intrinsic that is not known here (`Fn::…` or `Condition`)
 */
export function resolveIntrinsics(value: unknown, lookup: Lookup): unknown {
  const resolve: Resolve = (inner) => resolveIntrinsics(inner, lookup);
  if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) {
    const [name, argument] = first;
    const evaluate = functions[name];
    if (evaluate !== undefined) return evaluate(argument, lookup, resolve);
    if (name.startsWith('Fn::')) throw new Error(`Unsupported intrinsic ${name}`);
  }
  const resolved = entries.map(([key, inner]) => [key, resolve(inner)] as const);
  return Object.fromEntries(resolved.filter(([, inner]) => inner !== undefined));
}
