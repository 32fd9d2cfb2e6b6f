import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawArchitecture, withDiagram } from '#local/architecture/draw-architecture.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');

describe('the architecture’s page', () => {
  it('shows what is deployed now; `npm run architecture` draws it anew', async () => {
    const { deployment } = await synthesizedApp();
    expect(page).toBe(withDiagram(page, drawArchitecture(deployment())));
  });

  it('names every function, queue, bucket and machine', async () => {
    const { deployment } = await synthesizedApp();
    const { functions, queues, buckets, machines } = deployment();
    for (const { name } of [...functions, ...queues, ...machines, ...buckets])
      expect(page).toContain(name.replace('yunwangtong-', '').replace(/-\d{12}-.*$/, ''));
  });
});
