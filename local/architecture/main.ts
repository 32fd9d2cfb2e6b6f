import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAssembly } from '../synth/ensure-assembly.ts';
import { loadAssembly } from '../template/load-assembly.ts';
import { readDeployment } from '../template/read-deployment.ts';
import { drawArchitecture, withDiagram } from './draw-architecture.ts';

/** `npm run architecture`: draws the synthesized stacks into docs/architecture.md. */
const root = join(import.meta.dirname, '../..');
const url = 'https://example.invalid';
const parameters = {
  OidcIssuer: url,
  OidcJwksUrl: url,
  OidcAudience: 'x',
  OidcClientId: 'x',
  PublicBaseUrl: url,
};
const assembly = loadAssembly(await ensureAssembly(root, new AbortController().signal));
const page = join(root, 'docs/architecture.md');
const diagram = drawArchitecture(readDeployment(assembly, { awsEndpoint: url, parameters }));
writeFileSync(page, withDiagram(readFileSync(page, 'utf8'), diagram));
