import { unzipSync } from 'fflate';
import { post, read } from '#examples/lifecycle/calls.ts';
import { type UnpackedVolume, verifyArchive } from '#functions/tenancy/app/exports/verify-archive.ts';
import { verifyRoots } from '#functions/tenancy/app/exports/verify-roots.ts';
import type { ExportLinks, ExportList, ExportView } from '#shared/contracts/exports.ts';
import { awaitTrue } from '../await-true.ts';
import { copiedAnchors } from '../copied-anchors.ts';
import { countyCast } from '../county-cast.ts';
import { submitted } from '../file-application.ts';
import { forgetCalls } from '../forget-calls.ts';
import { persistentPerson } from '../persistent-person.ts';
import { type KillStage, openKillStage } from './kill-stage.ts';

/** Behind a death it takes a start, and then the volume once more. */
const patienceMs = 90_000;
const node = 'binhai';
const tenant = `yancheng/${node}` as const;

interface Told {
  readonly caseId: string;
  /** Exports that there were before. */
  readonly before: readonly string[];
}

interface ExportEnd {
  readonly exports: readonly { readonly state: string; readonly whole: boolean }[];
  /** Whether the case that was filed before is in it, with its lines and its files. */
  readonly packed: { readonly lines: boolean; readonly files: number };
  /** What `npm run verify` would complain of: the archive itself, and against all anchors of its tenant. */
  readonly problems: readonly string[];
  /** Whether an anchor names that case. */
  readonly anchored: boolean;
}

/** What an export with files has come to, and the anchoring behind it. */
export const exportEnd: ExportEnd = {
  exports: [{ state: 'done', whole: true }],
  packed: { lines: true, files: 2 },
  problems: [],
  anchored: true,
};

/** A county's whole export and the next hourly run of the anchoring, each time with one case more. */
export const openExportStage = (): Promise<KillStage<ExportEnd>> =>
  openKillStage(async ({ system, now, control }) => {
    const cast = await countyCast(system, node, persistentPerson);
    const admin = await persistentPerson(system, `${node}-tenantadmin`);
    const list = async () => (await read<ExportList>(admin, `/v1/exports?node=${node}`))?.items ?? [];

    const unpacked = async ({ exportId }: ExportView): Promise<UnpackedVolume[]> => {
      const links = await read<ExportLinks>(admin, `/v1/exports/${node}/${exportId}/link`);
      return Promise.all(
        (links?.volumes ?? []).map(async ({ url }) => {
          const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
          return new Map(Object.entries(unzipSync(bytes)));
        }),
      );
    };

    return {
      prepare: async () => {
        await forgetCalls(now(), tenant, 'startExport');
        return {
          caseId: await submitted(cast),
          before: (await list()).map(({ exportId }) => exportId),
        };
      },
      play: async (told: Told): Promise<Told> => {
        const { exportId } = await post<ExportView>(admin, '/v1/exports', { node, personal: true });
        const built = async () =>
          (await list()).some((item) => item.exportId === exportId && item.state === 'done');
        await awaitTrue('the export is built', built, patienceMs);
        const run = (await control('schedules/run', { rule: 'yunwangtong-journal-anchor' })) as {
          runs: { ok: boolean }[];
        };
        if (!run.runs.every(({ ok }) => ok)) throw new Error('the anchoring failed');
        return told;
      },
      readEnd: async ({ caseId, before }: Told) => {
        const made = (await list()).filter(({ exportId }) => !before.includes(exportId));
        const volumes = (await Promise.all(made.map(unpacked))).flat();
        const paths = volumes.flatMap((volume) => [...volume.keys()]);
        const documents: unknown[] = (await copiedAnchors(now(), tenant)).map(({ text }) => JSON.parse(text));
        return {
          exports: made.map(({ state, cases, total }) => ({ state, whole: cases === total })),
          packed: {
            lines: paths.includes(`cases/${caseId}.jsonl`),
            files: paths.filter((path) => path.startsWith(`files/${caseId}/`)).length,
          },
          problems: [
            ...verifyArchive(volumes).problems,
            ...verifyRoots(volumes, documents, documents.length).problems,
          ],
          anchored: JSON.stringify(documents).includes(`C#${caseId}`),
        };
      },
    };
  });
