import { expect, it } from 'vitest';
import { buildOpenapi } from '#functions/web/app/build-openapi.ts';
import { renderDocs } from '#functions/web/app/render-docs.ts';
import { operations } from '#shared/contracts/operations.ts';

it('gives every operation a section, also those that answer with a file', () => {
  const page = renderDocs(buildOpenapi('https://example.test'));
  for (const { id } of operations) {
    const section = page.split(`<section id="${id}">`)[1]?.split('</section>')[0];
    expect(section, id).toMatch(/答复 2\d\d/);
  }
  expect(page).not.toContain('undefined');
});
