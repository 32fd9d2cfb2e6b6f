import * as messages from './messages.ts';
import { none, type OperationContract } from './operation-contract.ts';

export const messagesContracts = {
  listMessages: {
    summary: '我的消息，最新的在前',
    query: messages.messageListQuery,
    status: 200,
    answer: messages.messageList,
  },
  readMessages: {
    summary: '标记消息为已读；不列 messageIds 时全部标记',
    query: none,
    body: messages.readMessagesBody,
    status: 200,
    answer: messages.messagesRead,
  },
  listMessageTexts: {
    summary: '本市的消息文字：默认文字和自定文字（市级系统管理员）',
    query: none,
    status: 200,
    answer: messages.messageTextList,
  },
  saveMessageText: {
    summary: '换用自定的消息文字（If-Match 为列表的版本，首次用 "0"）',
    params: messages.messageTextParams,
    query: none,
    body: messages.messageTextBody,
    status: 200,
    answer: messages.messageTextsSaved,
    matched: true,
  },
  restoreMessageText: {
    summary: '恢复默认的消息文字',
    params: messages.messageTextParams,
    query: none,
    status: 200,
    answer: messages.messageTextsSaved,
    matched: true,
  },
  previewMessageText: {
    summary: '用示例内容预览消息文字，不保存',
    params: messages.messageTextParams,
    query: none,
    body: messages.messageTextBody,
    status: 200,
    answer: messages.messagePreview,
  },
} as const satisfies Record<string, OperationContract>;
