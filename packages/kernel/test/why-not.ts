import { fileURLToPath } from 'node:url'
import { compileNative } from '../src/native/compile-native.ts'
import { OracleHelper } from '../src/oracle/oracle-helper.ts'

/** Says on standard error, where nobody overlooks it, that tests do not run, and why. */
export function sayNotRun(what: string, reason: string): void {
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
}

const LACKS = new Set(['E_NOT_LINUX', 'E_MACHINE', 'E_NO_CC', 'E_NO_SECCOMP', 'E_REFUSED'])

/**
 * Why this machine cannot be asked what `what` is about; `undefined` where it can. What is no lack of the machine is
 * thrown: it is a fault.
 */
export async function whyNotAsked(what: string): Promise<string | undefined> {
  try {
    const helper = await OracleHelper.start()
    try {
      await helper.isExempt(1)
    } finally {
      await helper.close()
    }
    return undefined
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    if (code === undefined || !LACKS.has(code)) throw error
    sayNotRun(what, message)
    return message
  }
}

/** The path of the program that a C file of these tests makes. */
export async function testProgram(name: string): Promise<string> {
  return compileNative(fileURLToPath(new URL(`native/${name}.c`, import.meta.url)))
}
