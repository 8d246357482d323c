import { BPF, verdictOf } from '@seccompile/abi'
import { benchAttach } from '@seccompile/clock'

const ALLOW = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]

/** Says on standard error, where nobody overlooks it, that tests do not run, and why. */
export function sayNotRun(what: string, reason: string): void {
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
}

const LACKS = new Set(['E_NOT_LINUX', 'E_MACHINE', 'E_NO_CC', 'E_REFUSED'])

/**
 * Why this machine times nothing; `undefined` where it does. Said, so that nobody takes silence for success. What is no lack
 * of the machine is thrown: it is a fault.
 */
export async function whyNotTimed(what: string): Promise<string | undefined> {
  try {
    await benchAttach([{ name: 'allow', programs: [ALLOW] }], { rounds: 1 })
    return undefined
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    if (code === undefined || !LACKS.has(code)) throw error
    sayNotRun(what, message)
    return message
  }
}
