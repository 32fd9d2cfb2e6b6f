import { Modal } from 'antd';

const keys = [
  ['A', '办理通过（打开确认窗口，不会直接提交）'],
  ['R', '退回补正（打开确认窗口）'],
  ['J', '下一件待办'],
  ['K', '上一件待办'],
  ['?', '显示本说明'],
] as const;

/** The keys that work on the page. */
export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Modal open title="键盘操作" footer={null} onCancel={onClose}>
    <dl className="key-help">
      {keys.map(([key, words]) => [
        <dt key={key}>
          <kbd>{key}</kbd>
        </dt>,
        <dd key={words}>{words}</dd>,
      ])}
    </dl>
    <p className="quiet">输入文字或打开窗口时，按键不起作用。</p>
  </Modal>
);
