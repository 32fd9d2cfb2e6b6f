import './catalogue.css';

/** 未备案: said wherever prices of such a version show. */
export const UnfiledTag = () => (
  <span className="unfiled" title="本版目录尚未向主管部门备案（yc-cloud-13-2），可以使用">
    未备案
  </span>
);
