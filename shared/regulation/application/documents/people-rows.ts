import { type DocumentSource, readSource } from './document-source.ts';

/** 系统联系人表. */
export const peopleRows = (source: DocumentSource) =>
  readSource(source)
    .rowsOf('contacts', 'people')
    .map(({ said }, place) => ({
      序号: String(place + 1),
      姓名: said('name'),
      角色: said('role'),
      部门或厂家: said('organisation'),
      电话: said('phone'),
      邮箱: said('email'),
    }));
