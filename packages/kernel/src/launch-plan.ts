import type { ExecCommand } from './exec.ts'
import type { KernelErrorCode } from './kernel-error.ts'

/** What the launcher is told to do. Bytes are base64, and texts UTF-8. */
export interface LaunchPlan {
  readonly filters: readonly string[]
  /** Attached after them with SECCOMP_FILTER_FLAG_LOG: see src/audit-records.ts. */
  readonly observers: readonly string[]
  readonly flags: number
  readonly noNewPrivs: boolean
  readonly path: string
  readonly args: readonly string[]
  /** `NAME=value` each; without it, the environment of the launcher. */
  readonly env?: readonly string[]
}

/** The descriptors of the launcher past its standard ones. */
export const LAUNCH_FD = {
  /** Where it reads the plan from. */
  plan: 3,
  /** Where it says that it has started, and what fails while nothing is attached. It closes when the command takes over. */
  said: 4,
  /** Memory that it shares with its parent, if there is any, for what fails later: a filter may refuse every call, but no store. */
  memory: 5,
} as const

/** The size of that memory: a message holds a path, each byte of which JSON may write as six. */
export const LAUNCH_MEMORY_BYTES = 65536

/** Why the launcher did not become the command. */
export interface LaunchFailure {
  readonly code: KernelErrorCode
  readonly message: string
  readonly errno?: string
}

/** The command of a plan, in the bytes that the kernel takes. */
export function toCommand({ path, args, env }: LaunchPlan): ExecCommand {
  const bytes = (texts: readonly string[]): readonly Uint8Array[] => texts.map((text) => Buffer.from(text))
  return { path: Buffer.from(path), args: bytes(args), ...(env === undefined ? {} : { env: bytes(env) }) }
}
