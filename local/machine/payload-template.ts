import { isReferencePath, readPath } from './reference-path.ts';
import { StateFault } from './state-fault.ts';

/** What `$$` may name. */
export interface TemplateContext {
  executionId: string;
  /** Only in a callback task. */
  token?: string;
}

const contextPaths: Record<string, (context: TemplateContext) => string | undefined> = {
  '$$.Execution.Id': (context) => context.executionId,
  '$$.Task.Token': (context) => context.token,
};

/** The first place in a template that is not supported, as `path：reason`; undefined when all is. */
export function findUnsupported(template: unknown, at = ''): string | undefined {
  if (typeof template !== 'object' || template === null) return undefined;
  for (const [key, value] of Object.entries(template)) {
    const here = at === '' ? key : `${at}.${key}`;
    const found = key.endsWith('.$') ? unsupportedPath(value, here) : findUnsupported(value, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unsupportedPath(value: unknown, here: string): string | undefined {
  if (typeof value === 'string' && (Object.hasOwn(contextPaths, value) || isReferencePath(value))) {
    return undefined;
  }
  return `${here}：不支持 ${JSON.stringify(value)}（只支持 $.a.b 路径、$$.Execution.Id 和 $$.Task.Token）`;
}

/** Fills a `Parameters` template from the state's input; a path that finds nothing is a States.Runtime fault. */
export function fillTemplate(template: unknown, input: unknown, context: TemplateContext): unknown {
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, input, context));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$')
        ? [key.slice(0, -2), lookUp(String(value), key, input, context)]
        : [key, fillTemplate(value, input, context)],
    ),
  );
}

function lookUp(path: string, key: string, input: unknown, context: TemplateContext): unknown {
  const found = Object.hasOwn(contextPaths, path) ? contextPaths[path]?.(context) : readPath(path, input);
  if (found !== undefined) return found;
  throw new StateFault(
    'States.Runtime',
    `The JSONPath '${path}' specified for the field '${key}' could not be found in the input`,
  );
}
