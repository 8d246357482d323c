/* The parts of a notation: its name, the endings of its files, its writer and its reader. */
import type { Endianness, Program } from '@seccompile/abi'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import type { NotationText } from '@seccompile/notation'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { LoadedPolicy } from './loaded-policy.ts'

/** The parts that every notation has. */
interface NotationFacts {
  /** One word, in lower case: `oci`. */
  readonly name: string
  /** The name of a text in the notation, in messages: `an OCI profile`. */
  readonly title: string
  /** The endings of files in this notation, without the dot. */
  readonly endings: readonly string[]
}

/** Options for reading a text. */
export interface ReadingOptions {
  /** The `NAME` of `FILE#NAME`, if there is one. */
  readonly part?: string | undefined
  /** The ABI of the machine, for texts whose meaning depends on it; x86_64 by default. */
  readonly native?: AbiToken | undefined
  /**
   * The text of a file that a policy of minijail includes, by its path in the folder of the policy; `undefined` if
   * there is no such file. Absent for a text outside any folder, which can include nothing.
   */
  readonly include?: ((path: string) => string | undefined) | undefined
}

/**
 * A notation of policies. It states verdicts of calls in its own words, and may be unable to express some of them.
 */
export interface PolicyNotation extends NotationFacts {
  readonly kind: 'policy'
  /** Writes `rules`; `name` is that of the text itself, for a notation with `hasName`. */
  readonly write: (rules: RuleSet, abis: readonly AbiTable[], name?: string) => Promise<NotationText>
  /** Present if a text has a name. */
  readonly hasName?: true
  /** Present if EPERM is the only errno that calls without a rule can get. */
  readonly isOnlyEperm?: true
  /** A mark that every text in the notation has and other texts lack, for the message about a text without it. */
  readonly mark: string
  /** Whether `text` looks like a text in the notation. */
  readonly recognises: (text: string) => Promise<boolean>
  /** Present if the consumer of a text makes a filter for only the main ABI and the ABIs that share its arch. */
  readonly isForOneAbi?: true
  /** Present if the consumer of a text adds rules for multiplexers, as runc does. */
  readonly multiplexers?: 'runc'
  /**
   * The part in `FILE#NAME` that selects this notation again for a text written in it, if the text alone does not
   * show it.
   */
  readonly ownPart?: string
  /** Present if `FILE#NAME` has a meaning: one filter of several in a text, or a way to read the text. */
  readonly hasParts?: true
  /** @throws PolicyError */
  readonly read: (text: string, file: string, how?: ReadingOptions) => Promise<LoadedPolicy>
}

/** A program to be written, and the names that a text may give. */
export interface ProgramToWrite {
  readonly program: Program
  readonly endianness: Endianness
  /** The ABIs whose calls the text may name, the main one first. */
  readonly abis: readonly AbiTable[]
  /** Names of architectures and calls for comments. */
  readonly nameOf: NonNullable<PrintProgramOptions['nameOf']>
  /** Verdicts for comments; with a number as data if left out. */
  readonly verdictText?: PrintProgramOptions['verdictText']
}

/** A notation of programs: bytes, or a text that encodes them. It can express every program. */
export interface ProgramNotation extends NotationFacts {
  readonly kind: 'program'
  readonly write: (given: ProgramToWrite) => Promise<Uint8Array | string>
}

/** A form in which a filter is written. */
export type Notation = PolicyNotation | ProgramNotation
