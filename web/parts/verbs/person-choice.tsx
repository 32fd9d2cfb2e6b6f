import { Checkbox, Input, Radio, type RadioChangeEvent } from 'antd';
import { useState } from 'react';
import type { ColleaguesView } from '#shared/contracts/case-verbs.ts';
import './verbs.css';

type Colleague = ColleaguesView['colleagues'][number];

interface PersonChoiceProps {
  readonly label: string;
  readonly people: readonly Colleague[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** One person only. */
  readonly single?: boolean;
  /** Said when there is nobody to choose. */
  readonly empty: string;
}

/** More than these are looked through by typing. */
const seenAtGlance = 8;

const Person = ({ name, organisation, roleLabel }: Colleague) => (
  <>
    {name}{' '}
    <span className="quiet small person-post">
      {organisation} · {roleLabel}
    </span>
  </>
);

/** People of the node, one or several, with their unit and post. */
export const PersonChoice = ({ label, people, chosen, onChange, single, empty }: PersonChoiceProps) => {
  const [text, setText] = useState('');
  if (people.length === 0) return <p className="quiet">{empty}</p>;
  const shown = people.filter(
    ({ membership, name, organisation, roleLabel }) =>
      chosen.includes(membership) || `${name}${organisation}${roleLabel}`.includes(text.trim()),
  );
  const toggle = (membership: string, on: boolean) =>
    onChange(on ? [...chosen, membership] : chosen.filter((other) => other !== membership));
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {people.length > seenAtGlance && (
        <Input
          aria-label="按姓名、单位或岗位筛选"
          placeholder="按姓名、单位或岗位筛选"
          allowClear
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {single ? (
        <Radio.Group
          className="person-list"
          value={chosen[0] ?? null}
          onChange={({ target }: RadioChangeEvent) => onChange([String(target.value)])}
        >
          {shown.map((person) => (
            <Radio key={person.membership} value={person.membership}>
              <Person {...person} />
            </Radio>
          ))}
        </Radio.Group>
      ) : (
        <div className="person-list">
          {shown.map((person) => (
            <Checkbox
              key={person.membership}
              checked={chosen.includes(person.membership)}
              onChange={({ target }) => toggle(person.membership, target.checked)}
            >
              <Person {...person} />
            </Checkbox>
          ))}
        </div>
      )}
      {shown.length === 0 && <p className="quiet">没有符合的人员。</p>}
    </fieldset>
  );
};
