import './empty-note.css';

/** What an empty list means and what to do next. */
export const EmptyNote = ({ description }: { readonly description: string }) => (
  <div className="empty-note">
    <svg viewBox="0 0 64 40" width="64" height="40" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M6 20 16 6h32l10 14v14H6z" />
      <path d="M6 20h16c0 4 3 7 10 7s10-3 10-7h16" />
    </svg>
    <p>{description}</p>
  </div>
);
