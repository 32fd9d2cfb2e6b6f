import { type NoticeBody, type NoticeRange, noticeBody } from '#shared/contracts/holiday-notices.ts';

/** A row of the form; its key stays when rows before it go. */
export interface DraftRange extends NoticeRange {
  readonly key: number;
}

/** A notice as it is being entered. */
export interface NoticeDraft {
  readonly kind: NoticeBody['kind'];
  readonly title: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly ranges: readonly DraftRange[];
}

let keys = 0;
export const emptyRange = (kind: NoticeRange['kind'] = 'holiday'): DraftRange => {
  keys += 1;
  return { key: keys, from: '', to: '', kind, reason: '' };
};

export const emptyDraft = (kind: NoticeBody['kind']): NoticeDraft => ({
  kind,
  title: '',
  number: '',
  issuedOn: '',
  ranges: [emptyRange()],
});

const withoutKey = ({ key: _, ...range }: DraftRange): NoticeRange => ({
  ...range,
  to: range.to === '' ? range.from : range.to,
  reason: range.reason.trim(),
});

/** The notice as it is sent; an end left open is the same day. */
export const noticeOf = ({ number, title, ranges, ...draft }: NoticeDraft): NoticeBody => ({
  ...draft,
  title: title.trim(),
  ...(number.trim() === '' ? {} : { number: number.trim() }),
  ranges: ranges.map(withoutKey),
});

const writtenDate = /^\d{4}-\d{2}-\d{2}$/;

/** What is still missing before it can be tried, in Chinese; undefined when nothing is. */
export const missingIn = (draft: NoticeDraft): string | undefined => {
  if (draft.title.trim() === '') return '请填写通知名称。';
  if (!writtenDate.test(draft.issuedOn)) return '发文日期请写成 2026-11-05 的样子。';
  if (draft.ranges.length === 0) return '请至少填写一段日期。';
  const row = draft.ranges.findIndex(
    ({ from, to, reason }) =>
      !writtenDate.test(from) || (to !== '' && !writtenDate.test(to)) || reason.trim() === '',
  );
  return row < 0 ? undefined : `第 ${row + 1} 段须填写事由，日期写成 2027-02-05 的样子。`;
};

/** A pasted or uploaded notice as a draft; undefined when the text is none. */
export const readNotice = (text: string, kinds: readonly NoticeBody['kind'][]): NoticeDraft | undefined => {
  try {
    const { number = '', ...notice } = noticeBody.parse(JSON.parse(text));
    if (!kinds.includes(notice.kind)) return undefined;
    return { ...notice, number, ranges: notice.ranges.map((range) => ({ ...emptyRange(), ...range })) };
  } catch {
    return undefined;
  }
};
