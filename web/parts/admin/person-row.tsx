import type { PersonView } from '#shared/contracts/people.ts';
import { Button } from '../button.tsx';
import { formatInstant } from '../format-time.ts';

/** What may be proposed for a person. */
export type ChangeKind = 'roles' | 'contact' | 'suspend' | 'reactivate';

const offered = (person: PersonView): readonly (readonly [kind: ChangeKind, label: string])[] =>
  person.state === 'active'
    ? [
        ['roles', '调整岗位'],
        ['contact', '变更电话'],
        ['suspend', '停用'],
      ]
    : [['reactivate', '恢复启用']];

interface PersonRowProps {
  readonly person: PersonView;
  /** Absent for those who only read. */
  readonly onPropose: ((kind: ChangeKind) => void) | undefined;
}

/** One person's post: who, where, as what, since when. */
export const PersonRow = ({ person, onPropose }: PersonRowProps) => (
  <tr>
    <td data-label="姓名">
      <span>
        <strong>{person.name}</strong>
        {person.own && <span className="quiet">（本人）</span>}
        <br />
        <span className="quiet small">账号 {person.personId}</span>
      </span>
    </td>
    <td data-label="单位">{person.organisation.name}</td>
    <td data-label="岗位">{person.roles.map(({ label }) => label).join('、')}</td>
    <td data-label="联系电话">{person.phone ?? '未登记'}</td>
    <td data-label="状态">
      <span>
        <span className={`status ${person.state === 'active' ? 'status-now' : 'status-off'}`}>
          {person.state === 'active' ? '在岗' : '已停用'}
        </span>
        <br />
        <span className="quiet small">{formatInstant(person.since)} 起</span>
      </span>
    </td>
    {onPropose && (
      <td data-label="提出变更">
        {person.own ? (
          <span className="quiet small">不得变更本人</span>
        ) : (
          <span className="row-actions">
            {offered(person).map(([kind, label]) => (
              <Button
                key={kind}
                size="small"
                danger={kind === 'suspend'}
                aria-label={`${label}：${person.name}`}
                onClick={() => onPropose(kind)}
              >
                {label}
              </Button>
            ))}
          </span>
        )}
      </td>
    )}
  </tr>
);
