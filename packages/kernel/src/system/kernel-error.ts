/**
 * Why the kernel, or the machine around it, did not do what a function asked for:
 *
 * - `E_NOT_LINUX`, `E_NO_SECCOMP`, `E_MACHINE`: the system lacks the feature, and no installation brings it;
 * - `E_NO_LIBC`, `E_NO_LAUNCHER`, `E_NO_CC`: something has to be installed, and the message names it;
 * - `E_REFUSED`: the kernel refused; `errno` names its reason;
 * - `E_FILTER`: the filter itself is wrong, and the kernel was not asked: the filter is no program, or it would
 *   stop the work that is to be done under it;
 * - `E_NO_COMMAND`, `E_NOT_EXECUTABLE`: the command to be run is not found, or is no program;
 * - `E_ARGUMENT`: an argument makes no sense: flags that exclude each other, a number that is no process id;
 * - `E_NATIVE`: a native program of this package failed, or a file that it needs could not be made or opened.
 */
export type KernelErrorCode =
  | 'E_NOT_LINUX'
  | 'E_NO_SECCOMP'
  | 'E_MACHINE'
  | 'E_NO_LIBC'
  | 'E_NO_LAUNCHER'
  | 'E_NO_CC'
  | 'E_REFUSED'
  | 'E_FILTER'
  | 'E_NO_COMMAND'
  | 'E_NOT_EXECUTABLE'
  | 'E_ARGUMENT'
  | 'E_NATIVE'

/** The fields of a {@link KernelError} beside its message. */
export interface KernelErrorFacts {
  /** The requirement that is not met: `Linux`, `CAP_SYS_ADMIN`, `cc`. */
  readonly requirement?: string
  /** The kernel's name for its error, such as `EACCES`, if it gave one. */
  readonly errno?: string
  readonly cause?: unknown
}

/**
 * The error that every function of this package throws where the machine, the kernel or the filter is in the
 * way. Tell it by `name` and `code`, not by its class.
 */
export class KernelError extends Error {
  override readonly name = 'KernelError'
  readonly code: KernelErrorCode
  readonly requirement: string | undefined
  readonly errno: string | undefined

  constructor(code: KernelErrorCode, message: string, facts: KernelErrorFacts = {}) {
    super(message, facts.cause === undefined ? {} : { cause: facts.cause })
    this.code = code
    this.requirement = facts.requirement
    this.errno = facts.errno
  }
}

/** The error for an argument that the readers and checks of @seccompile/shape refuse. */
export function argumentFault(_fault: unknown, where: string, message: string): KernelError {
  return new KernelError('E_ARGUMENT', `${where}: ${message}`)
}
