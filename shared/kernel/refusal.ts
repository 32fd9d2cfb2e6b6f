/** One place in a request that must be mended: a JSON pointer, a stable code and a Chinese sentence that says how. */
export interface FieldRefusal {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  /** Clause that the value offends, when a regulation is the reason. */
  readonly clause?: string;
}

/**
 * Every refusal that people can cause: code → HTTP status and Chinese title.
 * The problem responder, the OpenAPI document and the metrics read this one table.
 */
export const refusals = {
  'request-malformed': { status: 400, title: '请求内容无法识别' },
  'request-invalid': { status: 400, title: '请求内容不符合要求' },
  'idempotency-key-required': { status: 400, title: '缺少 Idempotency-Key 请求头' },
  'not-signed-in': { status: 401, title: '请先登录' },
  'sign-in-refused': { status: 401, title: '这次登录没有完成' },
  'session-missing': { status: 401, title: '请先登录' },
  'session-not-renewable': { status: 401, title: '登录需要重新确认' },
  'session-idle': { status: 401, title: '较长时间没有操作，登录已失效' },
  'session-over': { status: 401, title: '登录已到期' },
  'session-ended': { status: 401, title: '登录已在所有设备上退出' },
  'cross-site': { status: 403, title: '请求不是从本系统的页面发出的' },
  'not-allowed': { status: 403, title: '您的岗位不能办理此事项' },
  'own-matter': { status: 403, title: '不能审核本人经办的事项' },
  'own-grant': { status: 403, title: '不得办理涉及本人或由本人提出的授权' },
  'membership-changed': { status: 403, title: '您的岗位或权限已变更，请重新登录' },
  'tenant-suspended': { status: 403, title: '本县（市、区）已暂停使用，只能查看' },
  'not-found': { status: 404, title: '没有找到，或您无权查看' },
  'unknown-path': { status: 404, title: '没有这个接口' },
  'case-moved': { status: 409, title: '办件已有新进展，请刷新后再办' },
  'calendar-moved': { status: 409, title: '工作日历刚刚有新版本，请刷新后再发布' },
  'notice-known': { status: 409, title: '这份通知已经发布过' },
  'section-moved': { status: 409, title: '本部分已被他人修改，请刷新后再填' },
  'case-in-transit': { status: 409, title: '办件正在流转，请稍候再试' },
  'task-closed': { status: 409, title: '待办已办结' },
  'urged-today': { status: 409, title: '今天已经催办过' },
  'nothing-to-urge': { status: 409, title: '没有可以催办的待办' },
  'not-approved': { status: 409, title: '还没有审核通过' },
  'act-recorded': { status: 409, title: '这一办后事项现在不能登记' },
  'rounds-used-up': { status: 409, title: '已达到补正轮次上限' },
  'not-editable': { status: 409, title: '办件当前不能修改' },
  'form-changed': { status: 409, title: '申请材料在您查看之后有改动，请重新查看后确认' },
  'catalogue-moved': { status: 409, title: '目录已有新的变动，请刷新后再办' },
  'already-filed': { status: 409, title: '这一版目录已经备案' },
  'grant-moved': { status: 409, title: '此事项已有新进展，请刷新后再办' },
  'grant-outdated': { status: 409, title: '此人的岗位在提出之后已有变更' },
  'hosts-moved': { status: 409, title: '名单已被他人修改，请刷新后再改' },
  'administration-busy': { status: 409, title: '本级正在办理其他授权，请稍候再试' },
  'idempotency-key-reused': { status: 422, title: '同一 Idempotency-Key 不能用于不同的请求' },
  'not-uploaded': { status: 409, title: '文件还没有上传' },
  'file-refused': { status: 422, title: '文件不符合要求' },
  'too-many-files': { status: 422, title: '附件过多' },
  'template-refused': { status: 422, title: '模板不符合要求' },
  'template-moved': { status: 409, title: '模板已被他人更换，请刷新后再试' },
  'document-too-large': { status: 422, title: '公文过大，不能生成' },
  'form-incomplete': { status: 422, title: '申请材料还不能送确认' },
  'authority-undesignated': { status: 422, title: '本级尚未明确政务云主管部门' },
  'account-missing': { status: 422, title: '本单位还没有政务云管理平台账号' },
  'account-exists': { status: 409, title: '本单位已有平台账号或正在申请' },
  'not-offered': { status: 422, title: '本地区尚未开通此事项' },
  'catalogue-invalid': { status: 422, title: '目录内容不符合要求' },
  'notice-invalid': { status: 422, title: '放假安排有误' },
  'decision-invalid': { status: 422, title: '办理意见不完整' },
  'grant-invalid': { status: 422, title: '变更内容不符合要求' },
  'separation-of-duties': { status: 422, title: '违反三员分立，不能这样任职' },
  'last-administrator': { status: 422, title: '本级必须保留这一岗位' },
  'hosts-invalid': { status: 422, title: '名单不符合要求' },
  'tenant-invalid': { status: 422, title: '县（市、区）事项不符合要求' },
  'settings-invalid': { status: 422, title: '本地设置不符合规则' },
  'settings-moved': { status: 409, title: '设置已被他人修改，请刷新后再改' },
  'export-running': { status: 409, title: '上一次导出还在生成' },
  'export-not-ready': { status: 409, title: '导出文件还不能下载' },
  'message-text-invalid': { status: 422, title: '消息文字不符合要求' },
  'message-texts-moved': { status: 409, title: '消息文字已被他人修改，请刷新后再改' },
  'delegation-invalid': { status: 422, title: '委托内容不符合要求' },
  'delegation-moved': { status: 409, title: '委托已有变动，请刷新' },
  'hand-over-invalid': { status: 422, title: '离岗交接不符合要求' },
  'too-many-calls': { status: 429, title: '操作过于频繁' },
  'already-confirmed': { status: 409, title: '本方已经确认过' },
  'order-in-transit': { status: 409, title: '开通单正在流转，请稍候再试' },
  'order-moved': { status: 409, title: '开通单已有新进展，请刷新后再办' },
  'order-completed': { status: 409, title: '开通单已全部开通' },
  'remainder-kept': { status: 409, title: '余量不能单独终止' },
  'order-unconfirmed': { status: 409, title: '三方确认还没有完成' },
  'domain-unknown': { status: 409, title: '找不到专有域的方案' },
  'domain-refused': { status: 409, title: '专有域的方案没有通过' },
  'domain-under-review': { status: 409, title: '专有域的方案还在审核' },
  'domain-split-missing': { status: 409, title: '专有域还没有登记责任分工' },
  'batch-open': { status: 409, title: '这一批还没有全部开通' },
  'batch-invalid': { status: 422, title: '这一批的安排不符合要求' },
  'nothing-failed': { status: 409, title: '没有开通失败的资源' },
  'letter-unsigned': { status: 409, title: '还没有签订信息安全责任书' },
  'letter-missing': { status: 409, title: '本市还没有录入责任书文本' },
  'letter-moved': { status: 409, title: '责任书文本已更新，请重新阅读' },
  'letter-signed': { status: 409, title: '本单位已签订这一版责任书' },
  'work-moved': { status: 409, title: '工单已有新进展，请刷新后再办' },
  'work-closed': { status: 409, title: '工单已经办结' },
  'work-early': { status: 409, title: '还没有到执行的日期' },
  'work-undone': { status: 409, title: '还没有回报执行结果' },
  'answer-invalid': { status: 422, title: '回复的内容不符合要求' },
  'reclamation-moved': { status: 409, title: '此事项已有新进展，请刷新后再办' },
  'reclamation-not-now': { status: 409, title: '现在不能办理这一步' },
  'reclamation-invalid': { status: 422, title: '填写的内容不符合要求' },
  'off-cloud-moved': { status: 409, title: '这条登记已有变动，请刷新后再办' },
  'off-cloud-not-now': { status: 409, title: '现在不能办理这一步' },
  'off-cloud-refused': { status: 422, title: '规定不允许这样办理' },
  'off-cloud-invalid': { status: 422, title: '登记的内容不符合要求' },
  'no-credentials': { status: 409, title: '没有待领取的登录凭据' },
  'credentials-collected': { status: 409, title: '登录凭据已经领取' },
  'code-wrong': { status: 422, title: '提取码不正确' },
  'obligation-moved': { status: 409, title: '履约事项已有新进展，请刷新后再办' },
  'obligation-closed': { status: 409, title: '履约事项已经了结' },
  'obligation-too-early': { status: 409, title: '还不能登记这一履约事项' },
  'obligation-not-overdue': { status: 409, title: '履约事项没有超期' },
  'obligation-invalid': { status: 422, title: '履约登记的内容不符合要求' },
  'explanation-pending': { status: 409, title: '情况说明正在等待认定' },
  'no-explanation': { status: 409, title: '没有待认定的情况说明' },
  'reclaim-not-offered': { status: 409, title: '这一事项不能决定收回' },
  'precondition-required': { status: 428, title: '缺少 If-Match 请求头' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type RefusalCode = keyof typeof refusals;

/** A refusal with what to do about it (`detail`, Chinese) and, where it applies, the fields to mend. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly errors?: readonly FieldRefusal[];
  /** Seconds after which the same request may pass. */
  readonly retryAfterSeconds?: number;
}
