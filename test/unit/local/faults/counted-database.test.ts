import { describe, expect, it } from 'vitest';
import { CountedDatabase } from '#local/faults/counted-database.ts';
import { FaultPlan } from '#local/faults/fault-plan.ts';

const setup = () => {
  const plan = new FaultPlan();
  const db = new CountedDatabase(':memory:', plan);
  db.exec('CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT) STRICT');
  const insert = db.prepare('INSERT INTO things (name) VALUES (?)');
  return { db, insert, writes: () => plan.describe().writes };
};

describe('a commit of the runtime’s own store', () => {
  it('is every writing statement of its own, however its rows are asked for', () => {
    const { db, insert, writes } = setup();
    insert.run('one');
    expect(db.prepare('UPDATE things SET name = ? RETURNING *').get('two')).toEqual({ id: 1, name: 'two' });
    expect(db.prepare('DELETE FROM things RETURNING id').all()).toEqual([{ id: 1 }]);
    expect(writes()).toBe(3);
  });

  it('is a transaction as a whole, and only when it is committed', () => {
    const { db, insert, writes } = setup();
    db.exec('BEGIN IMMEDIATE');
    insert.run('one');
    insert.run('two');
    expect(writes()).toBe(0);
    db.exec('COMMIT');
    expect(writes()).toBe(1);
    db.exec('BEGIN');
    insert.run('three');
    db.exec('ROLLBACK');
    expect(writes()).toBe(1);
  });

  it('is no reading', () => {
    const { db, writes } = setup();
    expect(db.prepare('SELECT COUNT(*) AS count FROM things').get()).toEqual({ count: 0 });
    expect(writes()).toBe(0);
  });
});
