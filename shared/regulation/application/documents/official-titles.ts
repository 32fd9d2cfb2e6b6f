/** Whose application of what it is. */
export interface Subject {
  readonly city: string;
  readonly organisation: string;
  readonly systemName: string;
}

/** `X系统` stays one word: a name that ends in 系统 is not followed by another. */
const systemOf = (name: string): string => (/(系统|平台)$/.test(name) ? name : `${name}系统`);

/**
 * An annex's heading with the unit and the system in place of its XX:
 * `关于 XX 系统申请政务云资源的报告`, `盐城市 XX 单位 XX 系统云资源申请方案`.
 */
export const officialTitle = (title: string, { city, organisation, systemName }: Subject): string => {
  const unit = organisation.startsWith(city) ? organisation : `${city}${organisation}`;
  return title
    .replace(new RegExp(`${city} ?XX ?单位`), unit)
    .replace(/XX ?系统/, systemOf(systemName))
    .replace(/(\p{Script=Han}) +(?=\p{Script=Han})/gu, '$1');
};

/** The heading that the annex itself gives a section, e.g. `附件1-2 四、系统联系人` → 四、系统联系人. */
export const headingOf = (source: string): string => source.replace(/^附件[\d-]+ */, '');
