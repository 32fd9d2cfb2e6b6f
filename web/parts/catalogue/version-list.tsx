import { Link } from 'react-router';
import type { VersionSummary } from '#shared/contracts/catalogue-versions.ts';
import { TableFrame } from '../table-frame.tsx';
import { UnfiledTag } from './unfiled-tag.tsx';
import { stateWords } from './version-facts.tsx';

const changesIn = ({ changes, count }: VersionSummary): string =>
  changes.added === count
    ? `首版，共 ${count} 项`
    : `新增 ${changes.added}，调整 ${changes.changed}，下架 ${changes.retired}`;

const VersionRow = ({ version }: { readonly version: VersionSummary }) => (
  <tr>
    <td data-label="版本">
      <Link to={`/catalogue/versions/${version.version}`}>{version.version}</Link>
    </td>
    <td data-label="生效日期">{version.effectiveFrom}</td>
    <td data-label="状态">
      <span>
        <span className={version.state === 'inForce' ? 'status status-now' : 'status'}>
          {stateWords[version.state]}
        </span>
      </span>
    </td>
    <td data-label="变动">{changesIn(version)}</td>
    <td data-label="经手">
      {[...version.draftedBy, ...(version.releasedBy ? [version.releasedBy] : [])]
        .map(({ name }) => name)
        .join(' → ')}
    </td>
    <td data-label="备案">{version.filed ? (version.filing?.number ?? '不需备案') : <UnfiledTag />}</td>
  </tr>
);

/** 历次版本, newest first; every one can be read whole. */
export const VersionTable = ({ versions }: { readonly versions: readonly VersionSummary[] }) => (
  <TableFrame label="历次版本">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">版本</th>
          <th scope="col">生效日期</th>
          <th scope="col">状态</th>
          <th scope="col">变动</th>
          <th scope="col">经手（起草 → 发布）</th>
          <th scope="col">备案</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <VersionRow key={version.version} version={version} />
        ))}
      </tbody>
    </table>
  </TableFrame>
);
