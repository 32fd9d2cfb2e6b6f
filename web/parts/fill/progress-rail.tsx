import type { FormSection } from '#shared/contracts/forms.ts';
import { useNarrow } from '../use-narrow.ts';
import type { SectionStanding } from './check-form.ts';

interface ProgressRailProps {
  readonly sections: readonly FormSection[];
  readonly standings: ReadonlyMap<string, SectionStanding>;
  /** Goes to the first thing to be done in a section, or to its beginning. */
  readonly onGo: (section: string) => void;
}

type Mark = 'done' | 'wrong' | 'missing' | 'free';

const shapes: Readonly<Record<Mark, string>> = {
  done: 'M2 8 6 12 14 3 14 6 6 15 2 11Z',
  wrong: 'M8 1 15.5 15H.5Z',
  missing: 'M8 2a6 6 0 1 0 .01 0M8 4.5a3.5 3.5 0 1 1-.01 0',
  free: 'M3 7h10v2H3Z',
};

const markOf = (
  section: FormSection,
  { wrong, missing, begun }: SectionStanding,
): readonly [Mark, string] => {
  if (wrong > 0) return ['wrong', `${wrong} 处要改`];
  if (missing > 0) return ['missing', `还缺 ${missing} 项`];
  if (section.optional && !begun) return ['free', '可不填'];
  return ['done', '已填好'];
};

const nothing: SectionStanding = { wrong: 0, missing: 0, begun: false };

/** 填写进度: each section with a shape and a word for how far it has come. */
export const ProgressRail = ({ sections, standings, onGo }: ProgressRailProps) => {
  const narrow = useNarrow();
  const marked = sections.map((section) => ({
    section,
    mark: markOf(section, standings.get(section.id) ?? nothing),
  }));
  const done = marked.filter(({ mark }) => mark[0] === 'done' || mark[0] === 'free').length;
  return (
    <nav className="fill-rail" aria-label="填写进度">
      <details open={!narrow}>
        <summary>
          填写进度 {done} / {sections.length}
        </summary>
        <ol>
          {marked.map(({ section, mark: [mark, words] }) => (
            <li key={section.id}>
              <button type="button" onClick={() => onGo(section.id)}>
                <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" className={`mark-${mark}`}>
                  <path d={shapes[mark]} fillRule="evenodd" />
                </svg>
                <span>{section.name}</span>
                <span className={`fill-standing mark-${mark}`}>{words}</span>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
};
