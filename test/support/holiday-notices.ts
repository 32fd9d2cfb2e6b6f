import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';

/** An arrangement for 2027 as the State Council might publish it; the real one does not exist yet. */
export const notice2027: NoticeBody = {
  kind: 'national',
  title: '关于2027年部分节假日安排的通知',
  number: '国办发明电〔2026〕7号',
  issuedOn: '2026-11-05',
  ranges: [
    { from: '2027-01-01', to: '2027-01-03', kind: 'holiday', reason: '元旦' },
    { from: '2027-02-05', to: '2027-02-13', kind: 'holiday', reason: '春节' },
    { from: '2027-02-14', to: '2027-02-14', kind: 'workday', reason: '春节调休上班' },
    { from: '2027-02-20', to: '2027-02-20', kind: 'workday', reason: '春节调休上班' },
    { from: '2027-10-01', to: '2027-10-07', kind: 'holiday', reason: '国庆节' },
  ],
};

/** A county's closure on one day. */
export const closure = (date: string, number = `大数停〔${date}〕1号`): NoticeBody => ({
  kind: 'local',
  title: '关于防汛停办的通知',
  number,
  issuedOn: date,
  ranges: [{ from: date, to: date, kind: 'holiday', reason: '防汛停办' }],
});
