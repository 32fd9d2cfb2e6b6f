export const WorklistPage = () => <section className="page" />;
