import { useCatalogueJournal, useCatalogueVerification } from '../../api/catalogue.ts';
import { itemsOf } from '../../api/reads.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';
import { MoreButton } from '../more-button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { VerificationResult } from '../verification-result.tsx';
import '../case/case.css';

/** 目录留痕 with the proof that nothing was changed since. */
export const CatalogueJournal = () => {
  const journal = useCatalogueJournal();
  const verification = useCatalogueVerification();
  return (
    <section className="panel" aria-labelledby="catalogue-journal">
      <div className="journal-head">
        <h2 id="catalogue-journal">全程留痕</h2>
        <Button loading={verification.isFetching} onClick={() => void verification.refetch()}>
          核验留痕
        </Button>
      </div>
      {verification.data && (
        <VerificationResult
          result={verification.data}
          remedy="请不要使用目录，立即联系市级审计管理员核查。"
        />
      )}
      {verification.error && <ProblemPanel error={verification.error} />}
      {journal.error && <ProblemPanel error={journal.error} onRetry={journal.refetch} />}
      <ol className="plain-list">
        {journal.data &&
          itemsOf(journal.data).map(({ seq, at, text, actor }) => (
            <li key={seq} className="journal-entry">
              <span className="quiet">{formatInstant(at)}</span>
              <span>
                {text}
                {actor && (
                  <span className="quiet">
                    {' '}
                    （{actor.organisation} {actor.name}）
                  </span>
                )}
              </span>
            </li>
          ))}
      </ol>
      <MoreButton pages={journal} />
    </section>
  );
};
