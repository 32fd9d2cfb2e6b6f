import type { Plugin, Rolldown } from 'vite';

/** What makes up the first screen beside the entry. */
const screens = ['/app/mount-console.tsx', '/pages/worklist-page.tsx'];
/** Changes only with a release of the framework itself, and stays in people's caches over releases of the console. */
const framework = /node_modules\/(react|react-dom|react-router|scheduler|@tanstack\/react-query)\//;

type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>;

/** `at` and everything it leads to. */
const reach = (at: string, leadsTo: (at: string) => readonly string[], seen: Set<string>): void => {
  if (seen.has(at)) return;
  seen.add(at);
  for (const next of leadsTo(at)) reach(next, leadsTo, seen);
};

const chunkOf = (bundle: Bundle, fileName: string): Rolldown.OutputChunk | undefined => {
  const found = bundle[fileName];
  return found?.type === 'chunk' ? found : undefined;
};

/** The files of a build that carry the modules. */
const filesWith = (bundle: Bundle, modules: readonly string[]): readonly string[] =>
  Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' && file.moduleIds.some((id) => modules.some((module) => id.endsWith(module)))
      ? [file.fileName]
      : [],
  );

const link = (rel: 'modulepreload' | 'stylesheet', fileName: string) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `/${fileName}` },
  injectTo: 'head' as const,
});

const linksTo = (bundle: Bundle) => {
  const scripts = new Set<string>();
  for (const file of filesWith(bundle, screens))
    reach(file, (name) => chunkOf(bundle, name)?.imports ?? [], scripts);
  const styles = new Set(
    [...scripts].flatMap((name) => [...(chunkOf(bundle, name)?.viteMetadata?.importedCss ?? [])]),
  );
  return [
    ...[...scripts].map((name) => link('modulepreload', name)),
    ...[...styles].map((name) => link('stylesheet', name)),
  ];
};

/** The modules of the first screen, with all that they import at once. */
const collectModules = (context: Rolldown.PluginContext, modules: Set<string>): void => {
  const importedBy = (at: string) => context.getModuleInfo(at)?.importedIds ?? [];
  for (const id of context.getModuleIds())
    if (screens.some((screen) => id.endsWith(screen))) reach(id, importedBy, modules);
};

/**
 * Writes the first screen into a few files and names them all in the page itself, so that they are asked for at once:
 * in a chain of scripts that name one another each link costs a trip over the line.
 */
export const firstScreen = (): {
  readonly plugin: Plugin;
  readonly groups: Rolldown.CodeSplittingGroup[];
} => {
  const modules = new Set<string>();
  return {
    groups: [
      // The entry stays one file of its own: it asks for the session while the others are on the way.
      { name: 'start', tags: ['$initial'], priority: 3 },
      { name: 'framework', test: framework, priority: 2 },
      { name: 'console', test: (id) => modules.has(id), priority: 1 },
    ],
    plugin: {
      name: 'first-screen',
      apply: 'build',
      buildEnd() {
        collectModules(this, modules);
      },
      transformIndexHtml: {
        order: 'post',
        handler: (html, { bundle }) =>
          bundle ? linksTo(bundle).filter(({ attrs }) => !html.includes(attrs.href)) : [],
      },
    },
  };
};
