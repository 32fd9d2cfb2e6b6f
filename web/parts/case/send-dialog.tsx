import { Modal } from 'antd';
import type { CaseView } from '#shared/contracts/cases.ts';

interface SendDialogProps {
  readonly view: CaseView;
  readonly onCancel: () => void;
  readonly onSend: () => void;
}

/** Who confirms for the unit, as the city calls them: 首席数据官, 使用单位负责人. */
export const confirmerOf = ({ route }: Pick<CaseView, 'route'>): string =>
  route.find(({ step }) => step === 'unitConfirmation')?.holderLabels[0] ?? '单位负责人';

/** Asks once more before 送确认. */
export const SendDialog = ({ view, onCancel, onSend }: SendDialogProps) => (
  <Modal
    open
    title={`送${confirmerOf(view)}确认`}
    okText="送确认"
    cancelText="再看看"
    onCancel={onCancel}
    onOk={onSend}
  >
    <p>
      将“<strong>{view.systemName}</strong>
      ”的申请材料送本单位{confirmerOf(view)}
      确认。送出前系统会检查材料是否齐全、一致；确认之前再修改材料，需要重新查看后才能确认。
    </p>
  </Modal>
);
