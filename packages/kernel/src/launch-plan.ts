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
