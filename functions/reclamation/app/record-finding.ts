import { type ReadFile, readSmallFile } from '#functions/cases/app/files/read-small-file.ts';
import { passDoorAnew } from '#shared/aggregate/pass-door.ts';
import type { FindingBody, RectificationAnswer } from '#shared/contracts/rectification.ts';
import { actingPerson } from '#shared/kernel/acting-person.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { looksInto, reachedTenant } from '#shared/kernel/actor-reach.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import type { RectificationEvent } from '../domain/rectification-events.ts';
import { requirementProblems } from '../domain/requirement.ts';
import { authorityFor } from '../domain/who-may.ts';
import { runs } from '../domain/who-may-rectify.ts';
import { rectificationDoor } from './command-rectification.ts';
import { unknownProcess } from './find-process.ts';
import type { RectificationRef, RectificationServices } from './ports.ts';
import { rulesOf, versionInForce } from './rules-of.ts';

const unknownSystem: Refusal = { code: 'not-found', detail: '没有这个信息系统，或您无权查看。' };

const unknownKind: Refusal = {
  code: 'reclamation-invalid',
  detail: '填写的内容需要修改，请按提示处理。',
  errors: [{ pointer: '/kind', code: 'unknown-kind', message: '规定没有这种情形，请从列出的情形中选择' }],
};

/** Nobody could mend it, and nothing could be disposed of. */
const nothingInUse = ({
  name,
  closedAt,
}: {
  readonly name: string;
  readonly closedAt?: string;
}): Refusal => ({
  code: 'reclamation-invalid',
  detail: '填写的内容需要修改，请按提示处理。',
  errors: [
    {
      pointer: '/systemId',
      code: 'not-in-use',
      message: `“${name}”${closedAt === undefined ? '没有在用的云资源' : '已经关停'}，不能登记问题，请核对信息系统。`,
    },
  ],
});

const find = async (
  services: RectificationServices,
  actor: Actor,
  { tenant, rectificationId, at }: RectificationRef & { readonly at: Date },
  { systemId, kind, reason, evidence, requirement }: FindingBody,
  file: ReadFile | undefined,
): Promise<Result<readonly RectificationEvent[], Refusal>> => {
  const system = await services.registry.findSystem({ tenant, systemId });
  if (!system) return refuse(unknownSystem);
  const ruleVersion = versionInForce(tenant);
  const rules = rulesOf({ ruleVersion });
  if (!runs(actor, rules)) return refuse({ code: 'not-allowed', detail: '问题由运行管理方登记。' });
  const situation = rules.findings.find(({ id }) => id === kind);
  if (!situation) return refuse(unknownKind);
  const errors = requirementProblems(requirement, situation, shanghaiDateOf(at));
  if (errors.length > 0)
    return refuse({ code: 'reclamation-invalid', detail: '填写的内容需要修改，请按提示处理。', errors });
  recordCrossTenant(actor, { tenant, caseId: systemId }, 'recordFinding');
  const resources = await services.registry.resourcesOf({ tenant, systemId });
  const pools = resources.filter(({ state }) => state === 'inUse').map(({ pool }) => pool.kind);
  if (system.closedAt !== undefined || pools.length === 0) return refuse(nothingInUse(system));
  const { id: _id, mayBeDue: _mayBeDue, ...facts } = situation;
  return accept([
    {
      type: 'FindingRecorded',
      rectification: {
        tenant,
        rectificationId,
        systemId,
        systemName: system.name,
        organisation: system.organisation,
        ruleVersion,
        authority: authorityFor(pools, tenant, rules),
        finding: { kind, ...facts, reason, evidence, ...(file ? { file: file.facts } : {}) },
        recorded: { at: at.toISOString(), by: actingPerson(actor) },
        ...(requirement ? { requirement } : {}),
        statements: [],
        judgements: [],
        disposals: [],
      },
    },
  ]);
};

/** 登记问题: by the operations body, with its reason and evidence; nobody else is told before the authority's review. */
export const recordFinding = async (
  services: RectificationServices,
  asked: Asked,
  body: FindingBody,
): Promise<Result<RectificationAnswer, Refusal>> => {
  const { actor } = asked;
  const tenant = reachedTenant(actor, body.systemId);
  if (!tenant || !looksInto(actor, tenant)) return refuse(unknownSystem);
  const file = readSmallFile(body.file, '/file/content');
  if (!file.ok) return file;
  const at = services.clock.now();
  const ref = { tenant, rectificationId: services.newId(tenant, at) };
  return passDoorAnew(rectificationDoor(services, file.value), {
    ref,
    asked,
    at: at.toISOString(),
    decide: () => find(services, actor, { ...ref, at }, body, file.value),
    taken: unknownProcess,
  });
};
