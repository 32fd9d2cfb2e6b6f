import { useId } from 'react';

export interface SmallFile {
  readonly fileName: string;
  readonly content: string;
}

const readBase64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** A file small enough to go with the request. */
export const SmallFileField = ({
  label,
  onChange,
}: {
  readonly label: string;
  readonly onChange: (file: SmallFile | undefined) => void;
}) => {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}（可选，PDF、PNG 或 JPG，不超过 250 KB）
      </label>
      <input
        id={id}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        onChange={async ({ target }) => {
          const file = target.files?.[0];
          onChange(file && { fileName: file.name, content: await readBase64(file) });
        }}
      />
    </div>
  );
};
