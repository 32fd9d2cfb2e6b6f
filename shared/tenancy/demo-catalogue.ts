import type { Catalogue, CatalogueProduct } from '#shared/regulation/catalogue.ts';

const product = (
  id: string,
  kind: CatalogueProduct['kind'],
  name: string,
  specification: string,
  unit: string,
  yuanPerMonth: string,
): CatalogueProduct => ({
  id,
  kind,
  name,
  specification,
  unit,
  unitPriceFen: Number(yuanPerMonth.replace('.', '')),
  effectiveFrom: '2026-05-01',
});

/** What Kaifeng's finance lets a month of one unit cost. */
export const kaifengStandards = {
  document: '汴财〔2026〕8号（演示）',
  items: [
    { productId: 'kf-host-4c8g', ceilingFen: 24_000 },
    { productId: 'kf-db-4c16g', ceilingFen: 98_000 },
    { productId: 'kf-object-1t', ceilingFen: 10_000 },
    { productId: 'kf-waf-site', ceilingFen: 40_000 },
  ],
} as const;

/** A catalogue as a city publishes it; names, specifications and prices (yuan a month, two decimals) are made up. */
export const demoCatalogue: Catalogue = {
  version: 'yancheng-2026-05',
  filed: true,
  effectiveFrom: '2026-05-01',
  products: [
    product('host-2c4g', 'host', '通用型云主机 2核4G', '2核 4GB内存 40GB系统盘', '台', '120.50'),
    product('host-4c8g', 'host', '通用型云主机 4核8G', '4核 8GB内存 40GB系统盘', '台', '241.00'),
    product('host-4c16g', 'host', '通用型云主机 4核16G', '4核 16GB内存 40GB系统盘', '台', '328.00'),
    product('host-8c16g', 'host', '通用型云主机 8核16G', '8核 16GB内存 40GB系统盘', '台', '482.00'),
    product('host-8c32g', 'host', '通用型云主机 8核32G', '8核 32GB内存 40GB系统盘', '台', '656.00'),
    product('host-16c64g', 'host', '通用型云主机 16核64G', '16核 64GB内存 40GB系统盘', '台', '1312.00'),
    product(
      'host-xc-8c16g',
      'host',
      '国产化云主机 8核16G',
      '国产芯片和操作系统 8核 16GB内存',
      '台',
      '598.00',
    ),
    product(
      'host-xc-16c32g',
      'host',
      '国产化云主机 16核32G',
      '国产芯片和操作系统 16核 32GB内存',
      '台',
      '1196.00',
    ),
    product('host-elastic', 'host', '弹性容器资源', '1核2GB为一个单元，按峰值单元数申请', '单元', '58.80'),
    product('db-rdb-4c16g', 'database', '关系型数据库 4核16G', '主备双节点 100GB存储', '实例', '980.00'),
    product('db-rdb-8c32g', 'database', '关系型数据库 8核32G', '主备双节点 200GB存储', '实例', '1860.00'),
    product('db-xc-8c32g', 'database', '国产关系型数据库 8核32G', '主备双节点 200GB存储', '实例', '2280.00'),
    product('db-cache-8g', 'database', '缓存数据库 8G', '主备双节点 8GB内存', '实例', '320.00'),
    product('mq-standard', 'middleware', '消息队列 标准版', '3节点 500GB存储', '实例', '760.00'),
    product('app-server-xc', 'middleware', '国产应用服务器中间件', '单实例授权', '套', '450.00'),
    product('disk-ssd-100g', 'storage', '高性能云硬盘', '固态盘 100GB', '块', '62.00'),
    product('disk-hdd-1t', 'storage', '普通云硬盘', '机械盘 1TB', '块', '153.60'),
    product('object-1t', 'storage', '对象存储', '三副本 1TB', 'TB', '98.30'),
    product('file-1t', 'storage', '文件存储', '共享文件系统 1TB', 'TB', '204.80'),
    product('bandwidth-internet', 'network', '互联网带宽', '多线 独享 1Mbps', 'Mbps', '35.00'),
    product('slb-standard', 'network', '负载均衡 标准型', '每秒新建连接1万', '实例', '180.00'),
    product('ip-internet', 'network', '互联网IP地址', 'IPv4和IPv6各1个', '个', '20.00'),
    product('vpn-ssl', 'network', 'SSL VPN接入', '20个并发', '套', '160.00'),
    product('waf-site', 'security', 'Web应用防火墙', '单站点防护', '站点', '420.00'),
    product('host-guard', 'security', '主机安全防护', '单台主机', '台', '28.00'),
    product('db-audit', 'security', '数据库审计', '单实例', '实例', '380.00'),
    product('log-audit', 'security', '日志审计', '单台资产 留存180天以上', '台', '15.00'),
    product('bastion', 'security', '运维审计（堡垒机）', '单台资产授权', '台', '12.50'),
    product('crypto-service', 'security', '密码服务', '签名验签和加解密调用', '系统', '680.00'),
    product('backup-1t', 'backup', '云备份服务', '本地备份 1TB 保留30天', 'TB', '130.00'),
    product('backup-remote-1t', 'backup', '异地灾备存储', '异地副本 1TB', 'TB', '260.00'),
    product('gpu-card', 'compute', '智算加速卡', '国产加速卡 64GB显存', '卡', '4200.00'),
    product('llm-tokens', 'compute', '大模型推理服务', '通用大模型 每秒100 tokens', '路', '1500.00'),
    product('migration-support', 'support', '上云迁移支撑服务', '单系统迁移评估与实施', '系统', '3000.00'),
    {
      ...product('host-1c2g', 'host', '通用型云主机 1核2G', '1核 2GB内存 40GB系统盘', '台', '66.00'),
      effectiveFrom: '2025-01-01',
      retiredOn: '2026-05-01',
    },
  ],
};

/** Kaifeng's, one of each of the six kinds. */
export const kaifengCatalogue: Catalogue = {
  version: 'kaifeng-2026-05',
  filed: true,
  effectiveFrom: '2026-05-01',
  products: [
    product('kf-host-4c8g', 'host', '云主机 4核8G', '4核 8GB内存 40GB系统盘', '台', '230.00'),
    product('kf-db-4c16g', 'database', '云数据库 4核16G', '主备双节点 100GB存储', '实例', '960.00'),
    product('kf-object-1t', 'storage', '云存储', '三副本 1TB', 'TB', '95.00'),
    product('kf-waf-site', 'security', '云安全 Web应用防火墙', '单站点防护', '站点', '400.00'),
    product('kf-backup-1t', 'backup', '云灾备', '异地副本 1TB', 'TB', '240.00'),
    product('kf-bandwidth', 'network', '互联网带宽', '多线 独享 1Mbps', 'Mbps', '33.00'),
  ],
};
