import type { VersionList, VersionSummary } from '#shared/contracts/catalogue-versions.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { formatDate, formatInstant } from '../format-time.ts';
import { UnfiledTag } from './unfiled-tag.tsx';
import './catalogue.css';

export const stateWords: Readonly<Record<VersionSummary['state'], string>> = {
  superseded: '已被替代',
  inForce: '执行中',
  future: '待生效',
};

interface VersionFactsProps {
  readonly version: VersionSummary;
  readonly rules: VersionList['rules'];
}

/** Who made a version, from when it holds, and its filing: each with its ground. */
export const VersionFacts = ({ version, rules }: VersionFactsProps) => {
  const { draftedBy, releasedBy, filing } = version;
  const names = draftedBy.map(({ name, organisation }) => `${organisation} ${name}`).join('、');
  return (
    <dl className="catalogue-facts">
      <div>
        <dt>生效日期</dt>
        <dd>
          {formatDate(version.effectiveFrom)} <span className="quiet">{stateWords[version.state]}</span>
        </dd>
      </div>
      <div>
        <dt>起草</dt>
        <dd>
          {names} <ClauseChip clause={rules.drafts.clause} />
        </dd>
      </div>
      <div>
        <dt>{rules.releaseVerb}</dt>
        <dd>
          {releasedBy && `${releasedBy.organisation} ${releasedBy.name}，`}
          {formatInstant(version.releasedAt)} <ClauseChip clause={rules.releases.clause} />
        </dd>
      </div>
      {rules.filing && (
        <div>
          <dt>备案</dt>
          <dd>
            {filing ? (
              <>
                {filing.number}，{formatDate(filing.filedOn)}
                {filing.recordedBy && `，${filing.recordedBy.name}登记`}
              </>
            ) : (
              <UnfiledTag />
            )}{' '}
            <ClauseChip clause={rules.filing.clause} />
          </dd>
        </div>
      )}
      {version.note !== undefined && (
        <div>
          <dt>说明</dt>
          <dd>{version.note}</dd>
        </div>
      )}
    </dl>
  );
};
