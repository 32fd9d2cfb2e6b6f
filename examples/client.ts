import { createHash, randomUUID } from 'node:crypto';
import type { AttachmentList, AttachmentReserved, AttachmentView } from '#shared/contracts/attachments.ts';
import type { CommandAnswer, DecisionBody } from '#shared/contracts/case-commands.ts';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import type { Problem } from '#shared/contracts/common.ts';
import type { MeView } from '#shared/contracts/me.ts';

/** An answer of the interface: status, entity tag and what it says. */
export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | null;
}

/** A problem that the caller did not expect. */
export class UnexpectedProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    const fields = (problem.errors ?? [])
      .map(({ pointer, message }) => `\n  ${pointer}：${message}`)
      .join('');
    super(`${problem.status} ${problem.title}：${problem.detail ?? ''}${fields}`);
    this.problem = problem;
  }
}

const uploadAttempts = 3;

export interface CallOptions {
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly key?: string;
}

/** How a request travels; one that repeats it repeats its Idempotency-Key too. */
export type Send = (url: string, request: RequestInit) => Promise<Response>;

/** One person's way to the interface, under one membership; the same calls that curl makes. */
export const createClient = (baseUrl: string, token: string, membership: string, send: Send = fetch) => {
  const call = async <Body>(
    method: string,
    path: string,
    options: CallOptions = {},
  ): Promise<Reply<Body>> => {
    const response = await send(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-membership': membership,
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    return {
      status: response.status,
      body: (await response.json()) as Body,
      etag: response.headers.get('etag'),
    };
  };

  const expected = async <Body>(method: string, path: string, options: CallOptions = {}): Promise<Body> => {
    const { status, body } = await call<Body>(method, path, options);
    if (status >= 400) throw new UnexpectedProblem(body as Problem);
    return body;
  };

  /**
   * 上传附件: a place is promised for exactly these bytes, they are sent there, and the system looks at them.
   * A place whose signature no longer holds is asked for again.
   */
  const attach = async (caseId: string, material: string, fileName: string, bytes: Buffer) => {
    const path = `/v1/cases/${caseId}/attachments`;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const body = { material, fileName, size: bytes.length, sha256 };
    const key = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const { attachmentId, upload } = await expected<AttachmentReserved>('POST', path, { body, key });
      const form = new FormData();
      for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
      form.append('file', new Blob([new Uint8Array(bytes)]));
      const sent = await send(upload.url, { method: 'POST', body: form });
      if (sent.status === 204)
        return expected<AttachmentView>('POST', `${path}/${attachmentId}/completions`, { body: {} });
      if (attempt === uploadAttempts) throw new Error(`上传“${fileName}”被拒绝：${await sent.text()}`);
    }
  };

  const command = (path: string, ifMatch: number, body: unknown = {}, key: string = randomUUID()) =>
    expected<CommandAnswer>('POST', path, { body, ifMatch, key });

  return {
    call,
    me: () => expected<MeView>('GET', '/v1/me'),
    createCase: (systemName: string) =>
      expected<CommandAnswer>('POST', '/v1/cases', {
        body: { kind: 'cloudApplication', systemName },
        key: randomUUID(),
      }),
    view: (caseId: string) => expected<CaseView>('GET', `/v1/cases/${caseId}`),
    saveSection: (caseId: string, section: string, version: number, content: unknown) =>
      expected<{ version: number }>('PUT', `/v1/cases/${caseId}/sections/${section}`, {
        body: content,
        ifMatch: version,
      }),
    attach,
    attachments: (caseId: string) => expected<AttachmentList>('GET', `/v1/cases/${caseId}/attachments`),
    requestConfirmation: (caseId: string, version: number) =>
      command(`/v1/cases/${caseId}/confirmation-requests`, version),
    withdraw: (caseId: string, version: number, reason: string) =>
      command(`/v1/cases/${caseId}/withdrawals`, version, { reason }),
    tasks: (query = '') => expected<{ items: WorkItem[]; nextCursor?: string }>('GET', `/v1/tasks${query}`),
    decide: (caseId: string, taskId: string, version: number, body: DecisionBody, key?: string) =>
      command(`/v1/cases/${caseId}/tasks/${taskId}/decisions`, version, body, key),
  };
};

export type Client = ReturnType<typeof createClient>;
