import { normaliseWidth } from '@haishi/kernel';

/**
 * Words 检索词 by which positions are found, the same on every engine: a run of Chinese gives its overlapping pairs
 * and its last character, so that a pair is found exactly and a single character by prefix; Latin gives words.
 */
const RUNS = /[\p{Script=Han}〇]+|[\p{Script=Latin}\d][\p{Script=Latin}\d+#.-]*/gu;
const LATIN_START = /^[\p{Script=Latin}\d]/u;

/** Characters kept of one term. */
export const TERM_LENGTH = 40;
/** Words of a search that count; what follows is left out. */
const QUERY_WORDS = 12;

function* runsOf(text: string): Generator<{ latin: boolean; text: string }> {
  const plain = normaliseWidth(text).normalize('NFKC').toLowerCase();
  for (const [run] of plain.matchAll(RUNS)) {
    const latin = LATIN_START.test(run);
    const kept = latin ? run.replace(/[.-]+$/, '').slice(0, TERM_LENGTH) : run;
    if (kept) yield { latin, text: kept };
  }
}

/** Every term of `texts`, each once. */
export function indexTerms(texts: readonly (string | null | undefined)[]): string[] {
  const terms = new Set<string>();
  for (const text of texts)
    for (const run of runsOf(text ?? '')) {
      if (run.latin) terms.add(run.text);
      else for (const term of pairs([...run.text])) terms.add(term);
    }
  return [...terms];
}

function* pairs(signs: string[]): Generator<string> {
  for (let index = 0; index + 1 < signs.length; index += 1) yield signs[index]! + signs[index + 1]!;
  yield signs.at(-1)!;
}

/** The Latin words of a long text, whose Chinese pairs would be too many to keep. */
export function latinTerms(text: string | null | undefined): string[] {
  const terms = new Set<string>();
  for (const run of runsOf(text ?? '')) if (run.latin) terms.add(run.text);
  return [...terms];
}

/** One demand of a search; all must hold. A `prefix` matches every term that begins so. */
export interface TermQuery {
  term: string;
  prefix: boolean;
}

/** What a search asks of the terms; empty where it names no word. */
export function queryTerms(query: string): TermQuery[] {
  const asked = new Map<string, TermQuery>();
  for (const run of runsOf(query)) {
    const signs = [...run.text];
    if (run.latin || signs.length === 1) asked.set(run.text, { term: run.text, prefix: true });
    else
      for (let index = 0; index + 1 < signs.length; index += 1) {
        const term = signs[index]! + signs[index + 1]!;
        asked.set(term, { term, prefix: false });
      }
  }
  return [...asked.values()].slice(0, QUERY_WORDS);
}
