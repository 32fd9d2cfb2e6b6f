import { AwsError } from '../errors.ts';

export interface AssumeRoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
}

const knownFields =
  /^(Action|Version|RoleArn|RoleSessionName|DurationSeconds|Tags\.member\.\d+\.(Key|Value))$/;
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const invalid = (message: string) => new AwsError('ValidationError', message);

function readTags(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const [field, key] of form) {
    const index = /^Tags\.member\.(\d+)\.Key$/.exec(field)?.[1];
    if (index === undefined) continue;
    const value = form.get(`Tags.member.${index}.Value`) ?? '';
    if (!tagText.test(key) || !tagText.test(value) || key.length > 128 || value.length > 256) {
      throw invalid(`Session tag ${key} holds characters that STS does not allow, or is too long`);
    }
    if (Object.hasOwn(tags, key)) throw invalid(`Session tag ${key} is given twice`);
    tags[key] = value;
  }
  return tags;
}

/** Reads and checks AssumeRole's form. @throws AwsError on a field that would be ignored (Policy, ExternalId …) */
export function readAssumeRole(form: URLSearchParams): AssumeRoleRequest {
  // An empty list arrives as an empty field.
  const unknown = [...form].find(([field, value]) => value !== '' && !knownFields.test(field))?.[0];
  if (unknown !== undefined) throw invalid(`AssumeRole ${unknown} is not supported by the embedded runtime`);
  const sessionName = form.get('RoleSessionName') ?? '';
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) throw invalid('RoleSessionName must match [\\w+=,.@-]{2,64}');
  const durationSeconds = Number(form.get('DurationSeconds') ?? 3600);
  if (!Number.isInteger(durationSeconds) || durationSeconds < 900) {
    throw invalid('DurationSeconds must be at least 900');
  }
  return { roleArn: form.get('RoleArn') ?? '', sessionName, durationSeconds, tags: readTags(form) };
}
