/*
 * The words that a word may become.
 *
 * A candidate is always the whole word, also where only its end is new: the last ABI of `x86_64,x86`, or the last
 * preset of `preset:no-network+no-tracing`. So a script of a shell compares beginnings, and knows nothing of lists.
 */
import type { Command } from 'commander'
import { argumentWords } from './argument-words.ts'
import type { TypedWords } from './argument-words.ts'
import { namesOf } from './names.ts'
import type { Candidate } from './names.ts'
import type { Takes } from './takes.ts'

/** What the shell adds to the candidates from what it knows itself. */
export type Found = 'none' | 'files' | 'folders' | 'programs'

/** What a word may become. */
export interface Completions {
  readonly candidates: readonly Candidate[]
  readonly found: Found
}

/** As in `load/policy.ts`, which takes long to read. */
const PRESET = 'preset:'

/** `candidates` as the last item of the list that `word` is; items that stand before are left out. */
function asLast(word: string, separator: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const before = word.slice(0, word.lastIndexOf(separator) + 1)
  const taken = before.split(separator)
  return candidates
    .filter(({ value }) => !taken.includes(value))
    .map((candidate) => ({ ...candidate, value: `${before}${candidate.value}` }))
}

async function policies(word: string, root: Command): Promise<readonly Candidate[]> {
  if (!word.startsWith(PRESET)) return [{ value: PRESET, about: 'a policy of seccompile by its name' }]
  const presets = asLast(word.slice(PRESET.length), '+', await namesOf('presets', root))
  return presets.map((candidate) => ({ ...candidate, value: `${PRESET}${candidate.value}` }))
}

/** All that `word` may become where it is what `takes` says, not only those that begin with `word`. */
async function all(
  word: string,
  takes: Takes,
  root: Command,
  typed: TypedWords,
): Promise<readonly Candidate[]> {
  const { words = [], isList = false, named, argument, isPolicy = false } = takes
  const own = words.map((value): Candidate => ({ value }))
  const names = named === undefined ? [] : await namesOf(named, root)
  const separator = named === 'presets' ? '+' : isList || named?.endsWith(' list') === true ? ',' : undefined
  const listed = separator === undefined ? [...own, ...names] : asLast(word, separator, [...own, ...names])
  const values = argument === undefined ? [] : await argumentWords(word, argument, typed)
  return [...listed, ...values, ...(isPolicy ? await policies(word, root) : [])]
}

/** What `word` may become where it is what `takes` says, and `typed` stands before it. */
export async function candidatesFor(
  word: string,
  takes: Takes,
  root: Command,
  typed: TypedWords,
): Promise<Completions> {
  const candidates = (await all(word, takes, root, typed)).filter(({ value }) => value.startsWith(word))
  const isPreset = takes.isPolicy === true && word.startsWith(PRESET)
  return { candidates, found: isPreset ? 'none' : (takes.found ?? 'none') }
}
