import type { ResourceView } from './registry.ts';

const pools: Readonly<Record<ResourceView['pool']['kind'], string>> = {
  cityPool: '市级资源池',
  countyPool: '县级资源池',
  dedicatedDomain: '专有域',
};
const zones: Readonly<Record<ResourceView['zone'], string>> = {
  extranet: '政务外网区',
  internet: '互联网区',
  dedicated: '专有域',
};

export const poolWords = ({ kind }: ResourceView['pool']): string => pools[kind];
export const zoneWords = (zone: ResourceView['zone']): string => zones[zone];
export const poolChoices = Object.entries(pools).map(([value, label]) => ({ value, label }));
