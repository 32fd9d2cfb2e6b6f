/** What tabs of one browser tell each other; never a token. */
export type TabNews = { readonly kind: 'signedOut' } | { readonly kind: 'signedIn'; readonly person: string };

const channel = new BroadcastChannel('yunwangtong.session');

export const tellOtherTabs = (news: TabNews): void => channel.postMessage(news);

export const hearOtherTabs = (hear: (news: TabNews) => void): void => {
  channel.addEventListener('message', ({ data }) => hear(data as TabNews));
};
