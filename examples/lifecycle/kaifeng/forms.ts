type Section = Readonly<Record<string, unknown>>;
export type Form = Readonly<Record<string, Section>>;

export const contacts = { contactName: '李永军', contactPhone: '13803780011' };

/** An application of a unit in Kaifeng, for two hosts. */
export const kaifengForm = (productId: string, systemName: string): Form => ({
  project: {
    systemName,
    projectKind: 'newSystem',
    approvalNumber: '兰发改〔2026〕31号',
    summary: '面向全县乡镇卫生院的诊疗、公卫业务系统，预计用户600人。',
    mlpsLevel: 'level2',
    fundedAtThisLevel: true,
  },
  resources: {
    lines: [{ lineNo: 1, productId, quantity: 2, purpose: '应用服务，按300人并发测算' }],
  },
  sharing: { statement: '产生诊疗、公卫两类数据，按目录归集至县级数据共享平台。', compliant: true },
  declarations: { classified: false, workSecret: false, agreementSigned: true, separatePurchase: false },
  contacts,
});

export const accountForm: Form = {
  account: { creditCode: '114102250052XXXX0B', purpose: '卫生健康业务系统上云' },
  contacts,
};
