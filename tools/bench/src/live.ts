/*
 * A profile of the user, compiled by us and by the libseccomp of this machine. Two differences have a known reason:
 * names newer than that libseccomp, and calls of x86 that libseccomp also filters behind socketcall and ipc.
 */
import { compile } from '@seccompile/compiler'
import { parseProfile } from '@seccompile/oci'
import { readFileSync } from 'node:fs'
import { agreement } from './agreement.ts'
import type { ProgramAgreement } from './agreement.ts'
import { THREE_ABIS } from './filters.ts'
import { compileWithLibseccomp } from './libseccomp.ts'

/** The agreement of our program with that of the installed libseccomp, for one profile. */
export interface LiveAgreement extends ProgramAgreement {
  /** The messages of libseccomp. */
  readonly said: string
}

/**
 * Compiles the profile in the file `path` for x86_64, x86 and x32, by us and by libseccomp.
 * @throws Error where Python or libseccomp is missing; PolicyError where the profile is wrong
 */
export function againstLibseccomp(path: string): LiveAgreement {
  const text = readFileSync(path, 'utf8')
  const { policy } = parseProfile(text, { file: path })
  const { rules, program } = compile(policy, { abis: THREE_ABIS })
  const made = compileWithLibseccomp(text, { shape: 'tree' })
  if (made === undefined) throw new Error('libseccomp has taken longer than a minute')
  const { version, program: theirs, ms, unknown } = made
  if (theirs === undefined) throw new Error(`${version} made a program that the kernel refuses`)
  const said = `${version}: ${theirs.length} instructions in ${ms.toFixed(1)} ms; names it does not know: ${unknown.join(', ') || 'none'}`
  return { said, ...agreement(rules, program, theirs) }
}
