import { Checkbox, Input } from 'antd';
import type { TenantView } from '#shared/contracts/tenants.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';

type Material = TenantView['settings']['materials'][number];
const fileTypes = ['pdf', 'png', 'jpg', 'docx', 'xlsx', 'ofd'] as const;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

interface MaterialEditorProps {
  readonly materials: readonly Material[];
  readonly editable: boolean;
  readonly onChange: (materials: readonly Material[]) => void;
}

interface OwnMaterialProps {
  readonly material: Material;
  readonly editable: boolean;
  readonly onChange: (material: Material) => void;
  readonly onRemove: () => void;
}

const OwnMaterial = ({ material, editable, onChange, onRemove }: OwnMaterialProps) => (
  <div className="own-material">
    <Input
      aria-label="材料名称"
      placeholder="材料名称，如：县政府常务会议纪要"
      maxLength={60}
      disabled={!editable}
      value={material.title}
      onChange={({ target }) => onChange({ ...material, title: target.value })}
    />
    <Checkbox.Group
      aria-label={`${material.title}的文件格式`}
      disabled={!editable}
      options={fileTypes.map((type) => ({ value: type, label: type.toUpperCase() }))}
      value={material.fileTypes}
      onChange={(chosen) => onChange({ ...material, fileTypes: chosen as string[] })}
    />
    {editable && (
      <Button aria-label={`移除${material.title}`} onClick={onRemove}>
        移除
      </Button>
    )}
  </div>
);

/** 材料清单: the rules' own stand, what the county adds may be changed. */
export const MaterialEditor = ({ materials, editable, onChange }: MaterialEditorProps) => {
  const free = letters.find((letter) => !materials.some(({ id }) => id === `own${letter}`));
  const clause = materials[0]?.clause ?? '';
  const add = () =>
    onChange([...materials, { id: `own${free ?? 'Z'}`, title: '', clause, own: true, fileTypes: ['pdf'] }]);
  return (
    <>
      <ul className="ruled-list">
        {materials
          .filter(({ own }) => !own)
          .map((one) => (
            <li key={one.id}>
              {one.title} <ClauseChip clause={one.clause} />
            </li>
          ))}
      </ul>
      {materials
        .filter(({ own }) => own)
        .map((one) => (
          <OwnMaterial
            key={one.id}
            material={one}
            editable={editable}
            onChange={(changed) => onChange(materials.map((each) => (each.id === one.id ? changed : each)))}
            onRemove={() => onChange(materials.filter(({ id }) => id !== one.id))}
          />
        ))}
      {editable && free !== undefined && <Button onClick={add}>增加一项材料</Button>}
    </>
  );
};
