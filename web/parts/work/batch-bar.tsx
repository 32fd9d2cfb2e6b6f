import { Suspense, useState } from 'react';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import { Button } from '../button.tsx';
import { CheckBox } from '../check-box.tsx';
import { lazyInLibrary } from '../in-library.ts';
import { isSimple, workKey } from './simple-work.ts';

const BatchDialog = lazyInLibrary(async () => (await import('./batch-dialog.tsx')).BatchDialog);

/** Most rows of one batch. */
const mostRows = 20;

interface BatchBarProps {
  /** Of what is shown, what may be passed in a batch. */
  readonly simple: readonly WorkItem[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which rows of a list were ticked. */
export const useChosen = (shown: readonly WorkItem[]) => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const simple = shown.filter(isSimple);
  const chosen = new Set(simple.map(workKey).filter((key) => ticked.has(key)));
  const onTick = (item: WorkItem, on: boolean) => {
    const others = [...chosen].filter((key) => key !== workKey(item));
    setTicked(new Set(on ? [...others, workKey(item)] : others));
  };
  return { simple, chosen, onChoose: setTicked, onTick };
};

/** 批量通过 of several simple tasks at once. */
export const BatchBar = ({ simple, chosen, onChoose }: BatchBarProps) => {
  const [asking, setAsking] = useState(false);
  const all = simple.slice(0, mostRows);
  return (
    <div className="batch-bar">
      <CheckBox
        checked={chosen.size > 0 && chosen.size >= all.length}
        partly={chosen.size > 0 && chosen.size < all.length}
        onChange={(checked) => onChoose(new Set(checked ? all.map(workKey) : []))}
      >
        全选不需评估数量的 {all.length} 件
      </CheckBox>
      <Button disabled={chosen.size === 0 || chosen.size > mostRows} onClick={() => setAsking(true)}>
        批量通过{chosen.size > 0 && ` ${chosen.size} 件`}
      </Button>
      {chosen.size > mostRows && <span className="quiet">一次最多 {mostRows} 件。</span>}
      {asking && (
        <Suspense>
          <BatchDialog
            items={simple.filter((item) => chosen.has(workKey(item)))}
            onClose={() => {
              setAsking(false);
              onChoose(new Set());
            }}
          />
        </Suspense>
      )}
    </div>
  );
};
