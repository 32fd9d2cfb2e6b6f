import type { ProductKind } from './profile.ts';

/** Kinds of service in the catalogue, in the order in which a form lists them. */
export const productKinds: Readonly<Record<ProductKind, string>> = {
  host: '云主机',
  database: '数据库',
  storage: '存储',
  network: '网络',
  security: '安全',
  backup: '备份',
  compute: '算力',
  middleware: '中间件',
  support: '服务支撑',
};
