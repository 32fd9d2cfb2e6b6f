/** Long enough for the rows of one list, short enough that a function that lives on sees every change. */
const millisecondsKnown = 2000;

/** Asks once for many rows of one request: an answer is known for two seconds, a failed one not at all. */
export const remembered = <Of, Answer>(ask: (of: Of) => Promise<Answer>): ((of: Of) => Promise<Answer>) => {
  const known = new Map<Of, { readonly answer: Promise<Answer>; readonly until: number }>();
  return (of) => {
    const last = known.get(of);
    if (last && Date.now() < last.until) return last.answer;
    const answer = ask(of);
    known.set(of, { answer, until: Date.now() + millisecondsKnown });
    answer.catch(() => known.delete(of));
    return answer;
  };
};
