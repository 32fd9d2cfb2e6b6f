import type { ThemeConfig } from 'antd';

const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/** White and greys, one deep blue for action; red is left to what is overdue or destroyed. */
export const themeFor = (narrow: boolean): ThemeConfig => ({
  token: {
    fontFamily,
    fontSize: narrow ? 16 : 14,
    controlHeight: narrow ? 44 : 34,
    colorPrimary: '#1f4690',
    colorInfo: '#1f4690',
    colorInfoBg: '#eaf0fa',
    colorInfoBorder: '#c5d3ec',
    colorLink: '#1f4690',
    colorError: '#b42318',
    colorText: '#1f2329',
    colorTextSecondary: '#56606e',
    colorTextTertiary: '#56606e',
    colorTextDescription: '#56606e',
    colorTextPlaceholder: '#6b7480',
    colorBorder: '#c9ced6',
    colorBgLayout: '#f4f5f7',
    borderRadius: 4,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 } },
});
