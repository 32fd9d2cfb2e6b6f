export const CasePage = () => <section className="page" />;
