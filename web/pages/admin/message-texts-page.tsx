import { useMessageTexts } from '../../api/message-texts.ts';
import { TextCard } from '../../parts/message/text-card.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lists.css';
import '../../parts/message/messages.css';

const Texts = () => {
  const texts = useMessageTexts();
  if (texts.isPending) return <PageSkeleton />;
  if (!texts.data) return <ProblemPanel error={texts.error} onRetry={texts.refetch} />;
  const { items, tags, version } = texts.data;
  return (
    <ul className="texts">
      {items.map((item) => (
        <li key={item.event}>
          <TextCard of={item} version={version} tags={tags} />
        </li>
      ))}
    </ul>
  );
};

/** 消息文字: the city's own words for what people are told. */
export const MessageTextsPage = () => (
  <>
    <title>消息文字 · 云网通</title>
    <div className="page-head">
      <h1>
        消息文字 <span className="quiet small">本市发送的各类消息，可以换成自己的文字</span>
      </h1>
    </div>
    <Texts />
  </>
);
