/*
 * The completions of a word of the command line.
 *
 * A candidate is always the whole word, even if only its end is new: the last ABI of `x86_64,x86`, or the last preset
 * of `preset:no-network+no-tracing`. So the script of a shell only compares beginnings, and needs no knowledge of
 * lists.
 */

/** A candidate for the word at the cursor, with its description. */
export interface WordCandidate {
  readonly value: string
  readonly about?: string
}

/** Candidates, and the kind of words that the shell adds to them. */
export interface Completions {
  /** Some candidates may not begin with the word; the caller leaves these out. */
  readonly candidates: readonly WordCandidate[]
  readonly found: 'none' | 'files' | 'folders' | 'programs'
}

/** The words before the word to complete. */
export interface TypedWords {
  readonly args: readonly string[]
  /** The last value of each option, by its long name, such as `--abi`. */
  readonly values: ReadonlyMap<string, string>
}

/** The completions of `word`, a value of an option or an argument. */
export type Complete = (word: string, typed: TypedWords) => Completions | Promise<Completions>

/** A list that is loaded when a word needs it. */
export type CandidateList =
  readonly (string | WordCandidate)[] | (() => Promise<readonly (string | WordCandidate)[]>)

const asCandidate = (each: string | WordCandidate): WordCandidate =>
  typeof each === 'string' ? { value: each } : each

/** Completes nothing: the value is a number, a version, or a text that no list has. */
export const FREE: Complete = () => ({ candidates: [], found: 'none' })
/** Completes the path of a file. */
export const FILES: Complete = () => ({ candidates: [], found: 'files' })
/** Completes the path of a folder. */
export const FOLDERS: Complete = () => ({ candidates: [], found: 'folders' })
/** Completes the name of a program. */
export const PROGRAMS: Complete = () => ({ candidates: [], found: 'programs' })

/** Completes one of `all`; `found` is the kind of words that the shell adds. */
export function oneOf(all: CandidateList, found: Completions['found'] = 'none'): Complete {
  return async () => ({
    candidates: (typeof all === 'function' ? await all() : all).map(asCandidate),
    found,
  })
}

/**
 * Completes the last item of a list of `all`, joined by `separator`. Items that the list already has are left out.
 */
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
