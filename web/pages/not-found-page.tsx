import { Link } from 'react-router';

export const NotFoundPage = () => (
  <section className="page">
    <title>没有找到 · 云网通</title>
    <h1>没有找到这个页面</h1>
    <p>
      地址可能不完整。可以回到<Link to="/">工作台</Link>，或在<Link to="/cases">办件</Link>中查找。
    </p>
  </section>
);
