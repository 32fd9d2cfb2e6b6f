import { placeOfDifference } from '#shared/regulation/application/check-system-names.ts';
import { Button } from '../button.tsx';

interface NameDifferenceProps {
  readonly reportName: string;
  readonly planName: string;
  readonly onTakeOver: () => void;
}

const Marked = ({ name, place }: { readonly name: string; readonly place: number }) => {
  const characters = [...name];
  const differing = characters[place];
  return (
    <span className="fill-name">
      {characters.slice(0, place).join('')}
      <mark>{differing === undefined ? '（到此为止）' : /\s/u.test(differing) ? '（空格）' : differing}</mark>
      {characters.slice(place + 1).join('')}
    </span>
  );
};

/** Both names of the system one above the other, with the first character that differs marked. */
export const NameDifference = ({ reportName, planName, onTakeOver }: NameDifferenceProps) => {
  const place = placeOfDifference(reportName, planName);
  if (place === undefined || reportName.trim() === '' || planName.trim() === '') return null;
  return (
    <div className="fill-names">
      <dl>
        <dt>申请报告</dt>
        <dd>
          <Marked name={reportName} place={place} />
        </dd>
        <dt>申请方案</dt>
        <dd>
          <Marked name={planName} place={place} />
        </dd>
      </dl>
      <Button size="small" onClick={onTakeOver}>
        改为与申请报告一致
      </Button>
    </div>
  );
};
