import { Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PeopleList, PersonView } from '#shared/contracts/people.ts';
import { usePeople } from '../../api/administration.ts';
import { itemsOf } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { ChangeDialog } from '../../parts/admin/change-dialog.tsx';
import { EnrolDialog } from '../../parts/admin/enrol-dialog.tsx';
import { type ChangeKind, PersonRow } from '../../parts/admin/person-row.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

interface PeopleTableProps {
  readonly people: readonly PersonView[];
  readonly onPropose: ((person: PersonView, kind: ChangeKind) => void) | undefined;
}

const PeopleTable = ({ people, onPropose }: PeopleTableProps) => (
  <TableFrame label="人员列表">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">单位</th>
          <th scope="col">岗位</th>
          <th scope="col">联系电话</th>
          <th scope="col">状态</th>
          {onPropose && <th scope="col">提出变更</th>}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow
            key={person.membershipId}
            person={person}
            onPropose={onPropose && ((kind) => onPropose(person, kind))}
          />
        ))}
      </tbody>
    </table>
  </TableFrame>
);

/** What is being proposed at the moment. */
type Proposing = 'enrol' | { readonly person: PersonView; readonly kind: ChangeKind };

interface ProposingDialogProps {
  readonly proposing: Proposing;
  readonly organisations: PeopleList['organisations'];
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

const ProposingDialog = ({ proposing, organisations, ...ends }: ProposingDialogProps) =>
  proposing === 'enrol' ? (
    <EnrolDialog organisations={organisations} {...ends} />
  ) : (
    <ChangeDialog
      {...proposing}
      {...ends}
      offered={organisations.find(({ id }) => id === proposing.person.organisation.id)?.roles ?? []}
    />
  );

const People = ({ search, mayPropose }: { readonly search: string; readonly mayPropose: boolean }) => {
  const people = usePeople(search);
  const [proposing, setProposing] = useState<Proposing>();
  const [proposed, setProposed] = useState(false);
  if (people.isPending) return <PageSkeleton />;
  if (!people.data) return <ProblemPanel error={people.error} onRetry={people.refetch} />;
  const items = itemsOf(people.data);
  const propose = (what: Proposing) => {
    setProposed(false);
    setProposing(what);
  };
  return (
    <>
      {mayPropose && (
        <div className="admin-tools">
          <Button type="primary" onClick={() => propose('enrol')}>
            提出新增人员
          </Button>
        </div>
      )}
      {proposed && (
        <Notice
          type="success"
          title="已提出，等待安全管理员确认"
          description={<Link to="/admin/grants">查看授权事项</Link>}
        />
      )}
      {items.length === 0 && !people.hasNextPage ? (
        <div className="panel">
          <EmptyNote description="没有符合条件的人员，请换一个词再找。" />
        </div>
      ) : (
        <PeopleTable
          people={items}
          onPropose={mayPropose ? (person, kind) => propose({ person, kind }) : undefined}
        />
      )}
      <MoreButton pages={people} />
      {proposing && (
        <ProposingDialog
          proposing={proposing}
          organisations={people.data.pages[0]?.organisations ?? []}
          onClose={() => setProposing(undefined)}
          onProposed={() => {
            setProposing(undefined);
            setProposed(true);
          }}
        />
      )}
    </>
  );
};

/** 人员与岗位: who holds what, since when; the tenant administrator proposes changes here. */
export const PeoplePage = () => {
  const { membership } = useSignedIn();
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  return (
    <>
      <title>人员与岗位 · 云网通</title>
      <div className="page-head">
        <h1>人员与岗位</h1>
      </div>
      <p className="quiet">
        岗位由系统管理员提出、安全管理员确认后生效；三员由不同的人担任，不兼业务岗位，不得变更本人。
      </p>
      <div className="admin-tools">
        <Input.Search
          className="admin-search"
          aria-label="查找人员"
          placeholder="姓名、单位、岗位或账号"
          maxLength={50}
          allowClear
          defaultValue={search}
          onSearch={(words) => setAddress(words.trim() === '' ? {} : { search: words.trim() })}
        />
      </div>
      <People key={search} search={search} mayPropose={membership.roles.includes('tenant.admin')} />
    </>
  );
};
