import { BPF, verdictOf } from '@seccompile/abi'
import { benchAttach } from '@seccompile/clock'

const ALLOW = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]

/** Reports on standard error, where people see it, that tests do not run, and the reason. */
export function sayNotRun(what: string, reason: string): void {
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
}

const LACKS = new Set(['E_NOT_LINUX', 'E_MACHINE', 'E_NO_CC', 'E_REFUSED'])

/**
 * The reason that this machine cannot time filters; `undefined` if it can. The reason is printed, so that silence is
 * not taken for success. An error that is no lack of the machine is a fault, and is thrown.
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
