import { type FileType, fileType } from '#shared/contracts/attachments.ts';

/** The type that a file's name claims; undefined for a name that claims none of those accepted. */
export const typeByName = (fileName: string): FileType | undefined => {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const told = fileType.safeParse(extension === 'jpeg' ? 'jpg' : extension);
  return told.success ? told.data : undefined;
};
