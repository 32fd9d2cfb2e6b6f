import type { ComponentProps } from 'react';
import './button.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `primary` for the one thing to do, `text` and `link` inside of other content. */
  readonly type?: 'primary' | 'default' | 'text' | 'link';
  readonly size?: 'small' | 'middle' | 'large';
  readonly danger?: boolean;
  /** As wide as its place. */
  readonly block?: boolean;
  /** Its work is under way: it stays where it is, takes no further press and says so. */
  readonly loading?: boolean;
  readonly htmlType?: 'button' | 'submit';
}

/** The console's button. One element and a static style sheet: the first screen carries no component library. */
export const Button = ({
  type = 'default',
  size = 'middle',
  danger = false,
  block = false,
  loading = false,
  htmlType = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) => {
  const classes = [
    'button',
    `button-${type}`,
    `button-${size}`,
    danger && 'button-danger',
    block && 'button-block',
    loading && 'button-loading',
    className,
  ];
  return (
    <button
      {...rest}
      type={htmlType}
      className={classes.filter(Boolean).join(' ')}
      aria-busy={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : onClick}
    >
      {loading && <span className="button-spinner" aria-hidden="true" />}
      {children}
    </button>
  );
};
