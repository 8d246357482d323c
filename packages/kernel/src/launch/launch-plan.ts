import type { KernelErrorCode } from '../system/kernel-error.ts'
import type { ExecCommand } from './exec-under.ts'

/** The plan of the launcher. Texts are bytes, as the kernel's are, and bytes are base64. */
export interface LaunchPlan {
  readonly filters: readonly string[]
  /** Attached after them with SECCOMP_FILTER_FLAG_LOG: see audit-records.ts. */
  readonly observers: readonly string[]
  readonly flags: number
  readonly noNewPrivs: boolean
  readonly path: string
  readonly args: readonly string[]
  /**
   * `NAME=value` each. The launcher's own environment is what Node makes of it, with bytes that are no UTF-8
   * replaced.
   */
  readonly env: readonly string[]
  /** Descriptors past 2 that the command gets. */
  readonly keepFds: readonly number[]
}

/** The descriptors of the launcher past those of the command. */
export interface LaunchFds {
  /** The launcher reads the plan from it. */
  readonly plan: number
  /**
   * The launcher writes to it that it has started, and errors before a filter is attached. It closes when the
   * command takes over.
   */
  readonly said: number
  /**
   * Memory that it shares with its parent, where there is some, for later errors: a filter may refuse every
   * call, but no store.
   */
  readonly memory: number
}

/** These descriptors, where `first` is the first one past those of the command. */
export const launchFds = (first: number): LaunchFds => ({ plan: first, said: first + 1, memory: first + 2 })

/** The size of that memory: a message holds a path, each byte of which JSON may write as six. */
export const LAUNCH_MEMORY_BYTES = 65536

/** Why the launcher did not become the command. */
export interface LaunchFailure {
  readonly code: KernelErrorCode
  readonly message: string
  readonly errno?: string
}

/** Bytes as they stand in a plan. */
export const planned = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

/** The filters, observers and command of a plan, in the bytes that the kernel takes. */
export function planBytes({ filters, observers, path, args, env }: LaunchPlan): {
  readonly filters: readonly Uint8Array[]
  readonly observers: readonly Uint8Array[]
  readonly command: ExecCommand
} {
  return {
    filters: filters.map(bytesOf),
    observers: observers.map(bytesOf),
    command: { path: bytesOf(path), args: args.map(bytesOf), env: env.map(bytesOf) },
  }
}
