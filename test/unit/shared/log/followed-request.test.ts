import { describe, expect, it } from 'vitest';
import { correlated, followRequest, joinRequest } from '#shared/log/followed-request.ts';
import { markerRow } from '#shared/table/marker-row.ts';
import { readMarker } from '#shared/table/read-marker.ts';

const rowOf = () => markerRow('dafeng.1', '1', Date.parse('2026-11-22T10:00:00+08:00'));

/** A table with one item for whatever is asked. */
const holding = (Item: object | undefined) =>
  ({ send: async () => ({ Item }) }) as unknown as Parameters<typeof readMarker>[0];
const key = { pk: 'T#a/b', sk: 'DEL#1' };

describe('a request that is followed', () => {
  it('is known to all that is done for it, and to nothing beside or after it', async () => {
    const seen = await Promise.all(
      ['r1', 'r2'].map((correlationId) =>
        followRequest({ correlationId }, async () => {
          await Promise.resolve();
          return correlated();
        }),
      ),
    );
    expect(seen).toEqual([{ correlationId: 'r1' }, { correlationId: 'r2' }]);
    expect(correlated()).toEqual({});
  });

  it('is left on the marker, which without a request is as it always was', async () => {
    const plain = rowOf();
    expect(Object.keys(plain)).toEqual(['g2pk', 'g2sk']);
    expect(await followRequest({ correlationId: 'r1' }, async () => rowOf())).toEqual({
      ...plain,
      correlationId: 'r1',
    });
  });

  it('is joined by whoever reads the marker, by an older one’s reader not, and nothing takes another’s place', async () => {
    const knownAfter = (request: object, item: object | undefined) =>
      followRequest(request, async () => {
        await readMarker(holding(item), 'table', key);
        return correlated();
      });
    expect(await knownAfter({}, { ...key, correlationId: 'r1' })).toEqual({ correlationId: 'r1' });
    expect(await knownAfter({}, key)).toEqual({});
    expect(await knownAfter({}, undefined)).toEqual({});
    expect(await knownAfter({ correlationId: 'r0' }, { ...key, correlationId: 'r1' })).toEqual({
      correlationId: 'r0',
    });
  });

  it('is not joined by what is done for nobody', () => {
    joinRequest({ correlationId: 'r1' });
    expect(correlated()).toEqual({});
  });
});
