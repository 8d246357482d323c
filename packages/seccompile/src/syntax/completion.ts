/*
 * What a word of the command line may become.
 *
 * A candidate is always the whole word, also where only its end is new: the last ABI of `x86_64,x86`, or the last preset of
 * `preset:no-network+no-tracing`. So a script of a shell compares beginnings, and knows nothing of lists.
 */

/** A word that the word at the cursor may become, and what it is. */
export interface WordCandidate {
  readonly value: string
  readonly about?: string
}

/** Candidates, and what the shell adds to them from what it knows itself. */
export interface Completions {
  /** Some may not begin with the word; the caller leaves those out. */
  readonly candidates: readonly WordCandidate[]
  readonly found: 'none' | 'files' | 'folders' | 'programs'
}

/** The words that stand before the one that is completed. */
export interface TypedWords {
  readonly args: readonly string[]
  /** The values of options by their long names, such as `--abi`; the last one of each. */
  readonly values: ReadonlyMap<string, string>
}

/** The completions of `word`, a value of an option or an argument. */
export type Complete = (word: string, typed: TypedWords) => Completions | Promise<Completions>

/** A list that is loaded where a word asks for it. */
export type CandidateList =
  readonly (string | WordCandidate)[] | (() => Promise<readonly (string | WordCandidate)[]>)

const asCandidate = (each: string | WordCandidate): WordCandidate =>
  typeof each === 'string' ? { value: each } : each

/** Completes nothing: a number, a version, or a text that no list has. */
export const FREE: Complete = () => ({ candidates: [], found: 'none' })
/** Completes the path of a file. */
export const FILES: Complete = () => ({ candidates: [], found: 'files' })
/** Completes the path of a folder. */
export const FOLDERS: Complete = () => ({ candidates: [], found: 'folders' })
/** Completes the name of a program. */
export const PROGRAMS: Complete = () => ({ candidates: [], found: 'programs' })

/** Completes one of `all`; `found` is what the shell offers beside them. */
export function oneOf(all: CandidateList, found: Completions['found'] = 'none'): Complete {
  return async () => ({
    candidates: (typeof all === 'function' ? await all() : all).map(asCandidate),
    found,
  })
}

/** Completes the last item of a list of `all`, joined by `separator`. Items that stand before are left out. */
export function listOf(all: CandidateList, separator: ',' | '+' = ','): Complete {
  const items = oneOf(all)
  return async (word, typed) => {
    const before = word.slice(0, word.lastIndexOf(separator) + 1)
    const taken = before.split(separator)
    const { candidates, found } = await items(word, typed)
    const left = candidates.filter(({ value }) => !taken.includes(value))
    return { candidates: left.map((each) => ({ ...each, value: `${before}${each.value}` })), found }
  }
}
