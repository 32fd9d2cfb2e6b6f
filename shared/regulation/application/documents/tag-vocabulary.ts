/** Names by which a template calls what it wants filled in, each with what it stands for. */
type Names = Readonly<Record<string, string>>;

interface TagList {
  readonly says: string;
  /** How many rows there may be; what a template may grow to is reckoned by it. */
  readonly most: number;
  readonly fields: Names;
}

/** 标签: everything that the template of one document may ask for. */
export interface DocumentTags {
  readonly title: string;
  /** `{name}` becomes a text. */
  readonly fields: Names;
  /** What stands between `{#name}` and `{/name}` is kept or left out. */
  readonly conditions: Names;
  /** What stands between `{#name}` and `{/name}` is repeated for each row. */
  readonly lists: Readonly<Record<string, TagList>>;
}

/** In every document of a case. */
export const common = {
  标题: '公文标题，已填入单位和系统名称',
  市: '市名，如“盐城市”',
  申请单位: '申请单位全称',
  信息系统名称: '信息系统名称',
  办件编号: '本件在系统中的编号',
  轮次: '第几轮提交，草稿为 0',
  电子确认: '首席数据官在系统中确认的姓名、时间和校验值',
} as const;
export const draft = { 草稿: '尚未提交、内容可能改动时' } as const;
export const confirmed = { 已确认: '首席数据官已在系统中确认时' } as const;

export const grounds = { 序号: '行号', 产品规格名称: '产品名称（规格）', 数量: '数量和单位' } as const;
export const answers = { 分组: '表中的大项', 项目: '官方表格中的栏目', 内容: '填写的内容' } as const;
export const people = {
  says: '系统联系人表',
  most: 10,
  fields: { 序号: '序号', 姓名: '姓名', 角色: '角色', 部门或厂家: '部门或厂家', 电话: '电话', 邮箱: '邮箱' },
} as const;

/** What a template is filled with: exactly what its tags may ask for. */
export interface DataFor<T extends DocumentTags> {
  readonly fields: { readonly [Name in keyof T['fields']]: string };
  readonly conditions: { readonly [Name in keyof T['conditions']]: boolean };
  readonly lists: {
    readonly [Name in keyof T['lists']]: readonly {
      readonly [Field in keyof T['lists'][Name]['fields']]: string;
    }[];
  };
}

/** The same, whichever document it is of. */
export interface DocumentData {
  readonly fields: Names;
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly lists: Readonly<Record<string, readonly Names[]>>;
}
