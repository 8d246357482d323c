import type { ActionName } from '@seccompile/abi'
import { KILL_PROCESS, KILL_THREAD } from '@seccompile/policy'
import type { Action } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { ACTION_WORDS } from './words.ts'

/**
 * The compiler, of two, that a file is for.
 *
 * `'seccompiler'`: the crate of rust-vmm, which makes the filter itself. `'firecracker'`: the compiler in
 * Firecracker, which gives the rules to libseccomp. They disagree on a rule without `args` where another rule of the
 * call has some, on comparisons of type `dword` other than `eq`, and on programs of another architecture.
 * @see rust-vmm/seccompiler src/backend; firecracker-microvm/firecracker src/seccompiler/src/lib.rs: compile_bpf()
 */
export type SeccompilerDialect = 'seccompiler' | 'firecracker'

/** The keys of the two actions of a filter. */
export interface FilterActionKeys {
  /** The action of calls that no rule matches. */
  readonly mismatch: string
  readonly match: string
}

/** The words that a compiler accepts, and its verdict for calls of other architectures. */
export interface DialectFacts {
  readonly title: string
  readonly keys: FilterActionKeys
  /** Other names for these keys. */
  readonly aliases?: FilterActionKeys
  readonly architectures: readonly AbiToken[]
  readonly badArch: Action
  /** The actions that are a single word. */
  readonly actionWords: ReadonlyMap<string, ActionName>
  /** The largest number of an action. */
  readonly maxData: bigint
}

const ALIASES: FilterActionKeys = { mismatch: 'default_action', match: 'filter_action' }

/** The facts of each dialect. */
export const DIALECTS: Readonly<Record<SeccompilerDialect, DialectFacts>> = {
  seccompiler: {
    title: 'seccompiler',
    keys: { mismatch: 'mismatch_action', match: 'match_action' },
    aliases: ALIASES,
    architectures: ['x86_64', 'aarch64', 'riscv64'],
    badArch: KILL_PROCESS,
    actionWords: ACTION_WORDS,
    maxData: 0xffff_ffffn,
  },
  firecracker: {
    title: 'Firecracker',
    keys: ALIASES,
    architectures: ['x86_64', 'aarch64'],
    badArch: KILL_THREAD,
    actionWords: new Map([...ACTION_WORDS].filter(([word]) => word !== 'user_notif')),
    maxData: 0xffffn,
  },
}
