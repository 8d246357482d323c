/** Judges one input. @throws Error that says what is wrong with the code under test */
export type Judge = (input: Uint8Array) => void | Promise<void>

/** What is fuzzed: a judge by its name, with inputs to begin with. */
export interface FuzzTarget {
  /** `judgeOf` has the judge. */
  readonly name: string
  /** Whether the judge yields no promise: libFuzzer then waits for none, which takes less time. */
  readonly isSync: boolean
  /** The most bytes of an input. Longer ones take time, and have the same parts more often. */
  readonly longest: number
  /** Inputs that the judge finds nothing wrong with. */
  readonly seeds: readonly Uint8Array[]
  /** Words that the fuzzer puts into inputs. */
  readonly words: readonly Uint8Array[]
  /** What an input stands for: the text that is read, or the listings of its programs. */
  readonly shown: (input: Uint8Array) => string
}
