import { formatKernelVersion, parseKernelVersion } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import type { CallRoute } from '@seccompile/routes'
import { listOf, oneOf, optional, read, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { isAtLeast } from '@seccompile/syscalls'
import type { KernelSpan } from '@seccompile/syscalls'
import { kernelText } from './target-readers.ts'

/** What makes a call without its own number: a multiplexer, io_uring, or a number of another ABI. */
export type RouteMaker = NonNullable<CallRoute['by']>

/** Which routes to a call count. */
export interface RouteOptions {
  /** The makers whose routes do not count: `['io_uring']` for a machine whose `kernel.io_uring_disabled` is 2. */
  readonly exceptBy?: readonly RouteMaker[]
  /**
   * The kernels on which the filter runs. A route counts if one of them has it. Default: the kernel that `readFilterFile` got, or
   * Linux 5.4 and every newer one.
   */
  readonly kernels?: KernelSpan
}

const MAKERS: Readonly<Record<RouteMaker, true>> = {
  socketcall: true,
  ipc: true,
  io_uring: true,
  'foreign-number': true,
}

/** The kernel from which numbers of x32 belong to x32 alone. No kernel before it is maintained. */
const DEFAULT_KERNELS: KernelSpan = { from: '5.4' }

const spanFields: Reader<KernelSpan> = record<KernelSpan>({
  from: optional(kernelText),
  to: optional(kernelText),
})

/** A span of kernels that has one. */
const kernelSpan: Reader<KernelSpan> = (at) => {
  const span = spanFields(at)
  const { from, to } = span
  const [oldest, newest] = [from, to].map((text) => text && parseKernelVersion(text))
  if (oldest && newest && !isAtLeast(newest, oldest))
    throw at.error(
      'number',
      at.where,
      `expected the oldest kernel in "from" and the newest in "to"; got from ${from} to ${to}`,
    )
  return span
}

const optionsReader: Reader<RouteOptions> = record<RouteOptions>({
  exceptBy: optional(listOf(oneOf(Object.keys(MAKERS) as RouteMaker[]))), // the keys of the record
  kernels: optional(kernelSpan),
})

/** The routes that count for a filter on a machine with Linux `kernel`. */
export interface CountedRoutes {
  readonly kernels: KernelSpan
  readonly counts: (route: CallRoute) => boolean
}

/**
 * The routes that `options` let count.
 * @param kernel - the kernel of the machine, where it is known
 * @throws TypeError, RangeError where an option is wrong
 */
export function countedRoutes(options: RouteOptions, kernel: KernelVersion | undefined): CountedRoutes {
  const { exceptBy = [], kernels } = read(optionsReader, options, 'options')
  const only = kernel && formatKernelVersion(kernel)
  const known = only === undefined ? DEFAULT_KERNELS : { from: only, to: only }
  return {
    kernels: kernels ?? known,
    counts: ({ by }) => by === undefined || !exceptBy.includes(by),
  }
}
