import { Link } from 'react-router';

/** The way back to the catalogue. */
export const PageBack = () => (
  <p className="quiet">
    <Link to="/catalogue">‹ 返回服务目录</Link>
  </p>
);
