/* What a notation is: its name, the endings of its files, and what writes and reads it. */
import type { Endianness, Program } from '@seccompile/abi'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import type { NotationText } from '@seccompile/notation'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { LoadedPolicy } from './loaded-policy.ts'

/** What every notation has. */
interface Named {
  /** One word, in lower case: `oci`. */
  readonly name: string
  /** What messages call a text in it: `an OCI profile`. */
  readonly title: string
  /** The endings of files that mean this notation, without the dot. */
  readonly endings: readonly string[]
}

/** How to read a text. */
export interface ReadingOptions {
  /** What `NAME` of `FILE#NAME` says, where the notation has such a part. */
  readonly part?: string | undefined
  /** The ABI of the machine, where a text means another thing on each; x86_64 where absent. */
  readonly native?: AbiToken | undefined
  /**
   * The text of a file that a policy of minijail includes, by its path in the folder of the policy; `undefined` where there is
   * no such file. Absent where the text lies in no folder, and then it includes nothing.
   */
  readonly include?: ((path: string) => string | undefined) | undefined
}

/** A notation of policies. It says what calls get, in its own words, and may be unable to say some of it. */
export interface PolicyNotation extends Named {
  readonly kind: 'policy'
  readonly write: (rules: RuleSet, abis: readonly AbiTable[]) => Promise<NotationText>
  /** What a text in it has and other texts lack, for the message about a text that is none. */
  readonly mark: string
  /** Whether `text` looks like one. */
  readonly recognises: (text: string) => Promise<boolean>
  /** Whether what reads a text makes a filter for the main ABI alone of it, and of those that share its arch. */
  readonly isForOneAbi?: true
  /** What reads a text makes rules for multiplexers as well, as runc does. */
  readonly multiplexers?: 'runc'
  /** The part that says how a text is read that was written in this notation, where the text alone does not. */
  readonly ownPart?: string
  /** Whether `FILE#NAME` has a meaning: a filter of several in a text, or how to read it. */
  readonly hasParts?: true
  /** @throws PolicyError */
  readonly read: (text: string, file: string, how?: ReadingOptions) => Promise<LoadedPolicy>
}

/** A program to be written, and what a text may say about it. */
export interface ProgramToWrite {
  readonly program: Program
  readonly endianness: Endianness
  /** Those whose calls the text may name, the main one first. */
  readonly abis: readonly AbiTable[]
  /** The names of architectures and calls in comments. */
  readonly nameOf: NonNullable<PrintProgramOptions['nameOf']>
}

/** A notation of programs: bytes, or a text that stands for them. It holds every program. */
export interface ProgramNotation extends Named {
  readonly kind: 'program'
  readonly write: (given: ProgramToWrite) => Promise<Uint8Array | string>
}

/** A form in which a filter is written. */
export type Notation = PolicyNotation | ProgramNotation
