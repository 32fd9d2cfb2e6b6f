import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import type { Answer } from './respond.ts';

/** A use case's result as an answer, with the headers that follow from its value. */
export const answered = <Body>(
  result: Result<Body, Refusal>,
  more: (body: Body) => Partial<Answer<Body>> = () => ({}),
): Result<Answer<Body>, Refusal> =>
  result.ok ? accept({ body: result.value, ...more(result.value) }) : result;

/** The answer's version as its `ETag`. */
export const withVersion = ({ version }: { readonly version: number }) => ({ version });
