import type { NoticePreview } from '#shared/contracts/holiday-notices.ts';
import { formatDate } from '../format-time.ts';
import { Notice } from '../notice.tsx';
import { TableFrame } from '../table-frame.tsx';

const summaryOf = ({ lookedAt, moved, complete }: NoticePreview): string => {
  const looked = complete ? `全部 ${lookedAt} 件在办事项` : `前 ${lookedAt} 件在办事项`;
  return moved === 0
    ? `试算了${looked}，没有参考时间需要调整`
    : `试算了${looked}，将调整 ${moved} 个办理参考时间`;
};

/** What a notice would move: counts, and the first twenty from old to new. */
export const MovedDates = ({ preview }: { readonly preview: NoticePreview }) => (
  <>
    <Notice
      type="info"
      title={summaryOf(preview)}
      description="现在还没有写入。确认发布后逐件调整，已办结的不变，并通知每件的办理人。"
    />
    {preview.items.length > 0 && (
      <TableFrame label="将要调整的办理参考时间">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">地区</th>
              <th scope="col">环节</th>
              <th scope="col">办件编号</th>
              <th scope="col">原参考时间</th>
              <th scope="col">新参考时间</th>
            </tr>
          </thead>
          <tbody>
            {preview.items.map(({ caseId, number, tenantName, stageTitle, from, to, provisional }) => (
              <tr key={`${caseId} ${stageTitle}`}>
                <td data-label="地区">{tenantName}</td>
                <td data-label="环节">{stageTitle}</td>
                <td data-label="办件编号">{number}</td>
                <td data-label="原参考时间">{formatDate(from)}</td>
                <td data-label="新参考时间">
                  <strong>{formatDate(to)}</strong>
                  {from === to && '（由暂定转为确定）'}
                  {provisional && '（暂定）'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    )}
    {preview.moved > preview.items.length && (
      <p className="quiet small">只列出前 {preview.items.length} 个。</p>
    )}
  </>
);
