import type { CatalogueAnswer } from '#shared/contracts/catalogue-versions.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { fileVersion as decideFiling } from '../domain/file-version.ts';
import { type CatalogueAsked, passDoor } from './pass-door.ts';
import type { CatalogueServices } from './ports.ts';

export const unknownVersion: Refusal = { code: 'not-found', detail: '没有这一版目录，请从历次版本中选择。' };

/** 登记备案: number and date of the filing with the authority. */
export const fileVersion = (
  services: CatalogueServices,
  asked: CatalogueAsked,
  filing: { readonly version: string; readonly number: string; readonly filedOn: string },
): Promise<Result<CatalogueAnswer, Refusal>> =>
  passDoor(services, asked, 'file', async ({ loaded, at }) => {
    const record = await services.store.record(loaded.state.city, filing.version);
    if (!record) return refuse(unknownVersion);
    const today = shanghaiDateOf(new Date(at));
    const releasedOn = shanghaiDateOf(new Date(record.releasedAt));
    const decided = decideFiling(loaded.state, filing, today, releasedOn);
    if (!decided.ok) return decided;
    const { number, filedOn } = filing;
    return accept({
      event: decided.value,
      record: {
        ...record,
        filing: { number, filedOn, recordedAt: at, recordedBy: asked.actor.membershipId },
      },
      label: record.version,
    });
  });
