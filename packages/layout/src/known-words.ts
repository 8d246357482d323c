import type { Node } from '@seccompile/diagram'
import { argumentWords } from '@seccompile/outcomes'
import type { ArgumentWords } from '@seccompile/outcomes'
import { supports } from './word-layout.ts'
import type { Subcube } from './word-layout.ts'
import type { Sample } from './word-samples.ts'

/** The diagrams of parts, and what layouts at every price read from them. */
export interface KnownWords {
  readonly words: ArgumentWords
  /** The bits of the first word that a node asks, as a mask. */
  readonly supportOf: (root: Node) => number
  /** By node, the samples of its first word, which is a high or a low one. */
  readonly samples: {
    readonly high: Map<Node, readonly Sample[]>
    readonly low: Map<Node, readonly Sample[]>
  }
  /** By node, the subcubes of its first word. */
  readonly subcubes: Map<Node, readonly Subcube[]>
}

/** Diagrams with nothing in them. */
export function knownWords(): KnownWords {
  const words = argumentWords()
  return {
    words,
    supportOf: supports(words.store),
    samples: { high: new Map(), low: new Map() },
    subcubes: new Map(),
  }
}
