export const NewCasePage = () => <section className="page" />;
