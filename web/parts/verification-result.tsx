import type { Answer } from '../api/call-operation.ts';
import { Notice } from './notice.tsx';

type Verification = Answer<'verifyJournal'>;
type BreakReason = NonNullable<Verification['firstBroken']>['reason'];

const breakWords: Readonly<Record<BreakReason, string>> = {
  missing: '缺失',
  altered: '内容被改动',
  'head-differs': '之后的记录与链尾不符',
};

interface VerificationResultProps {
  readonly result: Verification;
  /** What to do about a broken chain. */
  readonly remedy: string;
}

/** What the recomputed chain of a journal came to. */
export const VerificationResult = ({ result, remedy }: VerificationResultProps) =>
  result.firstBroken ? (
    <Notice
      type="error"
      title={`留痕链不完整：第 ${result.firstBroken.seq} 条${breakWords[result.firstBroken.reason]}`}
      description={remedy}
    />
  ) : (
    <Notice
      type="success"
      title={`核验通过：${result.entries} 条记录首尾相连，没有缺失和改动`}
      description={
        <>
          末条校验值 <span className="digest">{result.headHash}</span>
        </>
      }
    />
  );
