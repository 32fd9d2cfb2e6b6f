import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { DueBadge } from '../due-badge.tsx';
import { formatInstant } from '../format-time.ts';
import { lightWords } from '../light-words.ts';
import { StatusTag } from '../status-tag.tsx';

/** A column of the list: how a case shows in it, and what goes out to a workbook. */
export interface CaseColumn {
  readonly id: string;
  readonly label: string;
  readonly number?: true;
  readonly show: (matter: ListedCase) => ReactNode;
  readonly text: (matter: ListedCase) => string;
}

const plain = (id: string, label: string, text: CaseColumn['text']): CaseColumn => ({
  id,
  label,
  text,
  show: text,
});

const roundOf = ({ round }: ListedCase): string => (round === 0 ? '未提交' : `第 ${round} 轮`);
const holderOf = ({ desk }: ListedCase): string => (desk ? `${desk.holder}（${desk.stageTitle}）` : '');

/** Every column that a person may choose. The first stays: it leads to the case. */
export const caseColumns: readonly CaseColumn[] = [
  {
    id: 'system',
    label: '信息系统',
    text: ({ systemName }) => systemName,
    show: ({ caseId, systemName }) => <Link to={`/cases/${caseId}`}>{systemName}</Link>,
  },
  {
    id: 'number',
    label: '办件编号',
    text: ({ number }) => number,
    show: ({ number }) => <span className="one-line">{number}</span>,
  },
  plain('kind', '事项', ({ kindTitle }) => kindTitle),
  plain('organisation', '申请单位', ({ organisation }) => organisation.name),
  plain('county', '所属地区', ({ tenantName }) => tenantName),
  {
    id: 'status',
    label: '当前状态',
    text: ({ statusLabel }) => statusLabel,
    show: (matter) => <StatusTag of={matter} />,
  },
  plain('holder', '现由谁办', holderOf),
  {
    id: 'light',
    label: '参考时间',
    text: ({ desk }) => (desk?.light ? lightWords(desk.light) : ''),
    show: ({ desk }) => desk?.light && <DueBadge light={desk.light} />,
  },
  plain('target', '办理参考时间', ({ desk }) => desk?.targetOn ?? ''),
  { ...plain('round', '轮次', roundOf), number: true },
  plain('updated', '最近变动', ({ updatedAt }) => formatInstant(updatedAt)),
  plain('created', '创建时间', ({ createdAt }) => formatInstant(createdAt)),
];

export const usualColumns: readonly string[] = [
  'system',
  'number',
  'kind',
  'organisation',
  'status',
  'holder',
  'light',
  'updated',
];
