import { LIMITS } from './limits.ts'

/** The names of errors that report a fault of the input. */
const OURS: readonly string[] = ['AssemblyError', 'PolicyError']

/** Characters that steer a terminal, end a line, or turn the direction of a text. */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** The fault of a message; `undefined` where it is short, and one line of plain characters. */
export function messageFault(message: string): string | undefined {
  const steering = STEERING.exec(message)?.[0].codePointAt(0)
  if (steering !== undefined)
    return `has U+${steering.toString(16).padStart(4, '0')} in its message: ${message.slice(0, 200)}`
  return message.length > LIMITS.message ? `has a message of ${message.length} characters` : undefined
}

/** The fault of an error that a reader throws; `undefined` where the error is for a person. */
export function faultOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return `throws ${String(error)}`
  const { name, message, code, stack = '' } = error as Error & { readonly code?: unknown }
  if (OURS.includes(name) || code === 'E_REPRODUCER') return messageFault(message)
  return `throws ${stack.split('\n', 4).join(' ')}`
}
