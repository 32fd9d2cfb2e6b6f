import { ProblemError } from '../../api/problem-error.ts';
import type { FieldProblem, ShownProblem } from '../../api/read-problem.ts';

export type Content = Readonly<Record<string, unknown>>;

/** How a section stands at the server. `held`: it can't be stored as it is; `moved`: somebody saved it meanwhile. */
export type Saving =
  | { readonly at: 'saved'; readonly on?: number }
  | { readonly at: 'unsaved' | 'saving' | 'held' }
  | { readonly at: 'failed' | 'moved'; readonly problem: ShownProblem };

export interface SectionDraft {
  readonly content: Content;
  /** Version at the server that was typed over; 0 when it was never saved. */
  readonly version: number;
  readonly saving: Saving;
}
export type Drafts = Readonly<Record<string, SectionDraft>>;

interface DraftStoreOptions {
  readonly sections: readonly {
    readonly section: string;
    readonly version: number;
    readonly content: Content;
  }[];
  /** @throws ProblemError when the section was refused or could not be sent. */
  readonly save: (
    section: string,
    content: Content,
    version: number,
  ) => Promise<{ readonly version: number }>;
  /** What keeps a section from being stored at all. */
  readonly check: (section: string, content: Content) => readonly FieldProblem[];
  readonly now: () => number;
}

/** Milliseconds of quiet after which what was typed is saved, and the longest that typing on may put it off. */
const quietFor = 1_000;
const atLatest = 8_000;

const empty: SectionDraft = { content: {}, version: 0, saving: { at: 'saved' } };

/** What is being typed, section by section, and its way to the server: one request at a time. */
export class DraftStore {
  private drafts: Drafts;
  private readonly options: DraftStoreOptions;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | undefined;
  private running: Promise<void> | undefined;
  private kept = false;

  constructor(options: DraftStoreOptions) {
    this.options = options;
    this.drafts = Object.fromEntries(
      options.sections.map(({ section, version, content }) => [
        section,
        { content, version, saving: { at: 'saved' } as const },
      ]),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Drafts => this.drafts;

  /** Whether everything typed is at the server. */
  isSaved(): boolean {
    return Object.values(this.drafts).every(({ saving }) => saving.at === 'saved');
  }

  /** What is unsaved was put where the next opening finds it, so the page may be left without a question. */
  keep(): void {
    this.kept = true;
  }

  mayBeLeft(): boolean {
    return this.kept || this.isSaved();
  }

  /** Takes over what was typed; saved by itself a little later. */
  edit(contents: Readonly<Record<string, Content>>): void {
    this.kept = false;
    for (const [section, content] of Object.entries(contents)) {
      const { saving } = this.drafts[section] ?? empty;
      this.change(section, { content, ...(saving.at === 'moved' ? {} : { saving: { at: 'unsaved' } }) });
    }
    this.schedule();
  }

  /** Takes over a section as it stands at the server, in place of what was typed. */
  take(section: string, content: Content, version: number): void {
    this.change(section, { content, version, saving: { at: 'saved' } });
  }

  /** Saves what was typed over a version that somebody else saved. */
  overwrite(section: string, version: number): Promise<boolean> {
    this.change(section, { version, saving: { at: 'unsaved' } });
    return this.flush();
  }

  /** Saves all that is not saved now, what failed before included; whether nothing is left. */
  async flush(): Promise<boolean> {
    for (const [section, { saving }] of Object.entries(this.drafts))
      if (saving.at === 'failed') this.change(section, { saving: { at: 'unsaved' } });
    await this.run();
    return this.isSaved();
  }

  private schedule(): void {
    const now = this.options.now();
    this.waitingSince ??= now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(quietFor, this.waitingSince + atLatest - now));
    this.timer = setTimeout(() => void this.run(), wait);
  }

  /** One request at a time: two saves of one case at once would only get into each other's way. */
  private run(): Promise<void> {
    clearTimeout(this.timer);
    this.waitingSince = undefined;
    this.running ??= this.saveAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async saveAll(): Promise<void> {
    for (let section = this.nextUnsaved(); section !== undefined; section = this.nextUnsaved())
      await this.saveOne(section);
  }

  private nextUnsaved(): string | undefined {
    return Object.keys(this.drafts).find((section) => this.drafts[section]?.saving.at === 'unsaved');
  }

  private async saveOne(section: string): Promise<void> {
    const { content, version } = this.drafts[section] ?? empty;
    if (this.options.check(section, content).length > 0)
      return this.change(section, { saving: { at: 'held' } });
    this.change(section, { saving: { at: 'saving' } });
    try {
      const saved = await this.options.save(section, content, version);
      const typedOn = this.drafts[section]?.content !== content;
      this.change(section, {
        version: saved.version,
        saving: typedOn ? { at: 'unsaved' } : { at: 'saved', on: this.options.now() },
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { problem } = error;
      this.change(section, {
        saving: { at: problem.code === 'section-moved' ? 'moved' : 'failed', problem },
      });
    }
  }

  private change(section: string, changes: Partial<SectionDraft>): void {
    this.drafts = { ...this.drafts, [section]: { ...(this.drafts[section] ?? empty), ...changes } };
    for (const listener of this.listeners) listener();
  }
}
