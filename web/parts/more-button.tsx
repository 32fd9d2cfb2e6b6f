import { Button } from './button.tsx';

interface MoreButtonProps {
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next page of a list, below what is already shown. */
export const MoreButton = ({ pages }: MoreButtonProps) =>
  pages.hasNextPage && (
    <div className="more">
      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        显示更多
      </Button>
    </div>
  );
