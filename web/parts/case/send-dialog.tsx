import { Modal } from 'antd';

interface SendDialogProps {
  readonly systemName: string;
  readonly onCancel: () => void;
  readonly onSend: () => void;
}

/** Asks once more before 送确认. */
export const SendDialog = ({ systemName, onCancel, onSend }: SendDialogProps) => (
  <Modal open title="送首席数据官确认" okText="送确认" cancelText="再看看" onCancel={onCancel} onOk={onSend}>
    <p>
      将“<strong>{systemName}</strong>
      ”的申请材料送本单位首席数据官确认。送出前系统会检查材料是否齐全、一致；确认之前再修改材料，需要重新查看后才能确认。
    </p>
  </Modal>
);
