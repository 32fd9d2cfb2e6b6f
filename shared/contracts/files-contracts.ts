import * as attachments from './attachments.ts';
import { caseParams } from './case-commands.ts';
import { none, type OperationContract } from './operation-contract.ts';

export const filesContracts = {
  listAttachments: {
    summary: '附件清单，以及各项材料是否齐全',
    params: caseParams,
    query: none,
    status: 200,
    answer: attachments.attachmentList,
  },
  reserveAttachment: {
    summary: '申请上传一个附件：先登记名称、大小和 SHA-256，再按返回的地址和字段上传文件',
    params: caseParams,
    query: none,
    body: attachments.reserveAttachmentBody,
    status: 201,
    answer: attachments.attachmentReserved,
    keyed: true,
  },
  completeAttachment: {
    summary: '上传完成：系统重新读取文件、核对内容后列入申请材料（可重复调用）',
    params: attachments.attachmentParams,
    query: none,
    body: none,
    status: 200,
    answer: attachments.attachmentView,
  },
  linkAttachment: {
    summary: '附件的下载地址，数分钟内有效',
    params: attachments.attachmentParams,
    query: none,
    status: 200,
    answer: attachments.attachmentLink,
  },
  removeAttachment: {
    summary: '从申请材料中移除附件（可重复调用）',
    params: attachments.attachmentParams,
    query: none,
    status: 200,
    answer: attachments.attachmentRemoved,
  },
} as const satisfies Record<string, OperationContract>;
