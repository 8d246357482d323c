import type { BridgeName } from '../libc/bridge.ts'
import type { KernelErrorCode } from '../system/kernel-error.ts'
import type { ExecCommand } from './exec-under.ts'

/** The plan that the launcher reads. Filters and texts are bytes, in base64. */
export interface LaunchPlan {
  readonly filters: readonly string[]
  /** Filters attached last, with SECCOMP_FILTER_FLAG_LOG: see audit-records.ts. */
  readonly observers: readonly string[]
  readonly flags: number
  readonly noNewPrivs: boolean
  readonly bridge: BridgeName
  /** Whether the filter gets a listener, which goes to the parent over a socket. */
  readonly notifies: boolean
  /** Whether the command is killed where the parent of the launcher ends. */
  readonly diesWithParent: boolean
  readonly path: string
  readonly args: readonly string[]
  /**
   * The environment of the command as entries `NAME=value`. The plan has it, because Node replaces the bytes in the
   * environment of the launcher that are not UTF-8.
   */
  readonly env: readonly string[]
  /** The folder of the command; that of the launcher by default. */
  readonly cwd?: string
  /** Descriptors past 2 that the command gets. */
  readonly keepFds: readonly number[]
}

/** The descriptors of the launcher that the command does not get. */
export interface LaunchFds {
  /** The descriptor from which the launcher reads the plan. */
  readonly plan: number
  /**
   * The descriptor to which the launcher writes that it has started, and errors before a filter is attached. It
   * closes when the command takes over.
   */
  readonly said: number
  /**
   * Memory shared with the parent, where there is some, for errors after a filter is attached: a filter may refuse
   * every call, but cannot refuse a store.
   */
  readonly memory: number
  /** The socket over which the listener goes to the parent. */
  readonly socket: number
}

/** The descriptors of the launcher; `first` is the number after those of the command. */
export const launchFds = (first: number): LaunchFds => ({
  plan: first,
  said: first + 1,
  memory: first + 2,
  socket: first + 3,
})

/** The size of the shared memory. A message holds a path, and JSON may write each of its bytes as six. */
export const LAUNCH_MEMORY_BYTES = 65536

/** Why the launcher did not become the command. */
export interface LaunchFailure {
  readonly code: KernelErrorCode
  readonly message: string
  readonly errno?: string
}

/** The base64 of `bytes`, as a plan holds it. */
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
