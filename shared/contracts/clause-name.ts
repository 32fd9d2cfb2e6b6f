/** Title of the text, and the number under which its own annexes are counted in the circular. */
const regulations: Readonly<Record<string, { readonly title: string; readonly annexes: string }>> = {
  'yc-cloud': { title: '《盐城市政务云管理实施细则（试行）》', annexes: '附件1-' },
  'yc-net': { title: '《盐城市电子政务外网管理实施细则（试行）》', annexes: '附件2-' },
  'kf-cloud': { title: '《开封市政务云平台管理办法》', annexes: '附件' },
  'kf-net': { title: '《开封市电子政务外网管理暂行办法》', annexes: '附件' },
};

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 as written in an article's number: 16 → 十六, 20 → 二十. */
const chineseNumber = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = digits[value % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : digits[tens]}十${ones}`;
};

/** 第十六条 alone, or the annex; the whole name where there is neither. */
export const articleName = (clauseId: string): string => clauseName(clauseId).replace(/^《.*》(?=.)/, '');

/** A clause id's article as people cite it: `yc-cloud-16-2` → 《盐城市政务云管理实施细则（试行）》第十六条. */
export const clauseName = (clauseId: string): string => {
  const [, regulation = '', place = ''] = /^([a-z]+-[a-z]+)-([a-z]*\d+|[a-z]+)-/.exec(clauseId) ?? [];
  const known = regulations[regulation];
  if (!known) return '本地规定';
  const { title, annexes } = known;
  const annex = /^(?:annex|form)(\d+)$/.exec(place);
  if (annex) return `${title}${annexes}${annex[1]}`;
  const article = Number(place);
  return article > 0 ? `${title}第${chineseNumber(article)}条` : title;
};
