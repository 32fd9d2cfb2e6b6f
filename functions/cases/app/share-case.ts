import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { addComment as decideComment, copyCase as decideCopy } from '../domain/share-case.ts';
import { signerAmong } from './colleagues.ts';
import { moveCase, type OnCase } from './move-task.ts';
import type { CaseServices } from './services.ts';

/** 附言. */
export const addComment = (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  command: OnCase & { readonly text: string; readonly files?: readonly string[] | undefined },
) =>
  moveCase(services, actor, asked, command, async (state) => {
    const files = await services.cases.loadCommentFiles(state, actor, command.files ?? []);
    return decideComment(command.text, files, state, actor);
  });

/** 抄送. */
export const copyCase = (
  services: CaseServices,
  actor: Actor,
  asked: Asked,
  command: OnCase & { readonly readers: readonly string[] },
) =>
  moveCase(services, actor, asked, command, async (state) => {
    const readers = await Promise.all(
      command.readers.map((id) => signerAmong(services.posts, actor.tenant, id)),
    );
    return decideCopy(readers, state, actor);
  });
