/*
 * The options of the functions of this package, as readers. A name such as `tsyn` for `tsync` would leave
 * threads unfiltered, and `"false"` is true to JavaScript. Readers refuse both.
 */
import { callback, flag, optional, read, record, unread } from '@seccompile/abi/shape'
import type { Fields, Reader } from '@seccompile/abi/shape'
import type { AttachOptions } from './attach/attach.ts'
import { KernelError } from './kernel-error.ts'
import type { RunOptions } from './launch/run.ts'

const LOG_FIELDS: Fields<Pick<AttachOptions, 'log' | 'specAllow' | 'noNewPrivs'>> = {
  log: optional(flag),
  specAllow: optional(flag),
  noNewPrivs: optional(flag),
}

const attachReader = record<AttachOptions>({
  ...LOG_FIELDS,
  tsync: optional(flag),
  newListener: optional(flag),
  tsyncEsrch: optional(flag),
  waitKillableRecv: optional(flag),
})

/** The fields with `unread` are checked where they are used. */
const runReader = record<RunOptions>({
  ...LOG_FIELDS,
  env: optional(unread()),
  cwd: optional(unread()),
  stdio: optional(unread()),
  launcher: optional(unread()),
  onStart: optional(callback()),
  signal: optional(unread()),
})

function readOptions<T>(reader: Reader<T>, given: T): T {
  return read(
    reader,
    given,
    'options',
    (_fault, where, message) => new KernelError('E_ARGUMENT', `${where}: ${message}`),
  )
}

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const attachOptions = (given: AttachOptions): AttachOptions => readOptions(attachReader, given)

/** @throws KernelError `E_ARGUMENT` where one is wrong or unknown */
export const runOptions = (given: RunOptions): RunOptions => readOptions(runReader, given)
