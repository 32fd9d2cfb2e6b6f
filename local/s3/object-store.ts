import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

export type Tags = Readonly<Record<string, string>>;

/** What is known of one version of an object. */
export interface ObjectVersion {
  readonly versionId: string;
  readonly size: number;
  /** Quoted, as S3 gives it. */
  readonly etag: string;
  /** Base64. */
  readonly sha256: string;
  readonly contentType: string;
  readonly tags: Tags;
  /** ISO instant by the wall clock. */
  readonly modifiedAt: string;
  readonly deleted: boolean;
  /** Under object lock until an ISO instant. */
  readonly lock?: { readonly mode: string; readonly until: string };
}

export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

const schema = `CREATE TABLE IF NOT EXISTS s3_versions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL UNIQUE,
  facts TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS s3_versions_by_key ON s3_versions (bucket, key, seq)`;

/** Versioned objects: their bytes as files under `DATA_DIR/files`, the rest in the runtime's database. */
export class ObjectStore {
  readonly #db: DatabaseSync;
  readonly #folder: string;

  constructor(db: DatabaseSync, dataDir: string) {
    this.#db = db;
    this.#folder = join(dataDir, 'files');
    mkdirSync(this.#folder, { recursive: true });
    db.exec(schema);
  }

  /** Adds a version; the bytes are on disk before anything knows of them. */
  put(
    place: ObjectPlace,
    bytes: Buffer,
    more: Pick<ObjectVersion, 'contentType' | 'tags' | 'lock'>,
  ): ObjectVersion {
    const version = this.#newVersion({
      ...more,
      size: bytes.length,
      etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
      sha256: createHash('sha256').update(bytes).digest('base64'),
    });
    writeFileSync(this.#fileOf(version.versionId), bytes, { flush: true });
    this.#insert(place, version);
    return version;
  }

  /** The newest version, or the one named; undefined when there is none. A deleted object's newest is a marker. */
  find({ bucket, key }: ObjectPlace, versionId?: string): ObjectVersion | undefined {
    const row =
      versionId === undefined
        ? this.#db
            .prepare('SELECT facts FROM s3_versions WHERE bucket = ? AND key = ? ORDER BY seq DESC LIMIT 1')
            .get(bucket, key)
        : this.#db
            .prepare('SELECT facts FROM s3_versions WHERE bucket = ? AND key = ? AND version = ?')
            .get(bucket, key, versionId);
    return row && (JSON.parse(String(row['facts'])) as ObjectVersion);
  }

  read({ versionId }: ObjectVersion): Buffer {
    return readFileSync(this.#fileOf(versionId));
  }

  tag(version: ObjectVersion, tags: Tags): void {
    this.#db
      .prepare('UPDATE s3_versions SET facts = ? WHERE version = ?')
      .run(JSON.stringify({ ...version, tags }), version.versionId);
  }

  /** Puts a marker over all versions. */
  hide(place: ObjectPlace): ObjectVersion {
    const marker = this.#newVersion({
      size: 0,
      etag: '',
      sha256: '',
      contentType: '',
      tags: {},
      deleted: true,
    });
    this.#insert(place, marker);
    return marker;
  }

  /** Takes one version away for good. */
  erase(place: ObjectPlace, versionId: string): void {
    this.#db
      .prepare('DELETE FROM s3_versions WHERE bucket = ? AND key = ? AND version = ?')
      .run(place.bucket, place.key, versionId);
    rmSync(this.#fileOf(versionId), { force: true });
  }

  #newVersion(
    facts: Omit<ObjectVersion, 'versionId' | 'modifiedAt' | 'deleted'> & { readonly deleted?: true },
  ): ObjectVersion {
    const versionId = randomBytes(16).toString('hex');
    return { deleted: false, ...facts, versionId, modifiedAt: new Date().toISOString() };
  }

  #insert({ bucket, key }: ObjectPlace, version: ObjectVersion): void {
    this.#db
      .prepare('INSERT INTO s3_versions (bucket, key, version, facts) VALUES (?, ?, ?, ?)')
      .run(bucket, key, version.versionId, JSON.stringify(version));
  }

  #fileOf(versionId: string): string {
    if (!/^[0-9a-f]{32}$/.test(versionId)) throw new Error(`not a version: ${versionId}`);
    return join(this.#folder, versionId);
  }
}
