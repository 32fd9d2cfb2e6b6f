import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

const schema = `
  CREATE TABLE IF NOT EXISTS oidc_records (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expiresAt INTEGER,
    uid TEXT, grantId TEXT, PRIMARY KEY (model, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS oidc_records_by_uid ON oidc_records (model, uid) WHERE uid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS oidc_records_by_grant ON oidc_records (model, grantId) WHERE grantId IS NOT NULL;
`;

/** The provider's records in SQLite; what has expired is not found and is swept out at each start. */
export function createSqliteAdapter(db: DatabaseSync): AdapterFactory {
  db.exec(schema);
  db.prepare('DELETE FROM oidc_records WHERE expiresAt <= ?').run(Date.now());
  const select = (column: 'id' | 'uid') =>
    db.prepare(
      `SELECT payload FROM oidc_records WHERE model = ? AND ${column} = ? AND (expiresAt IS NULL OR expiresAt > ?)`,
    );
  const byId = select('id');
  const byUid = select('uid');
  const read = (row: Record<string, unknown> | undefined): AdapterPayload | undefined =>
    row && JSON.parse(String(row['payload']));

  return (model: string): Adapter => ({
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : null;
      db.prepare('INSERT OR REPLACE INTO oidc_records VALUES (?, ?, ?, ?, ?, ?)').run(
        model,
        id,
        JSON.stringify(payload),
        expiresAt,
        payload.uid ?? null,
        payload.grantId ?? null,
      );
    },
    find: async (id) => read(byId.get(model, id, Date.now())),
    findByUid: async (uid) => read(byUid.get(model, uid, Date.now())),
    async findByUserCode() {
      throw new Error('device flow is not enabled');
    },
    async consume(id) {
      db.prepare(
        `UPDATE oidc_records SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?`,
      ).run(Math.floor(Date.now() / 1000), model, id);
    },
    async destroy(id) {
      db.prepare('DELETE FROM oidc_records WHERE model = ? AND id = ?').run(model, id);
    },
    async revokeByGrantId(grantId) {
      db.prepare('DELETE FROM oidc_records WHERE model = ? AND grantId = ?').run(model, grantId);
    },
  });
}
