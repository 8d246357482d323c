/*
 * A profile of one's own, compiled by us and by the libseccomp of this machine. Where the two differ there may be a
 * reason: names newer than that libseccomp, or calls of x86 that it also filters behind socketcall and ipc.
 */
import { decode } from '@seccompile/cbpf'
import { compile } from '@seccompile/compiler'
import { parseProfile } from '@seccompile/oci'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { agreement } from './agreement.ts'
import type { Agreement } from './agreement.ts'
import { THREE_ABIS } from './filters.ts'

const SCRIPT = fileURLToPath(new URL('../../vectors/make/libseccomp.py', import.meta.url))

/** How far we and a live libseccomp agree on a profile. */
export interface LiveAgreement extends Agreement {
  /** What libseccomp said of itself. */
  readonly said: string
}

/**
 * Compiles the profile in the file `path` for x86_64, x86 and x32 both ways.
 * @throws Error where Python or libseccomp is missing; PolicyError where the profile is wrong
 */
export function againstLibseccomp(path: string): LiveAgreement {
  const { policy } = parseProfile(readFileSync(path, 'utf8'), { file: path })
  const { rules, program } = compile(policy, { abis: THREE_ABIS })
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
  try {
    const out = join(folder, 'libseccomp.bpf')
    const done = spawnSync('python3', [SCRIPT, path, out], { encoding: 'utf8' })
    if (done.status !== 0)
      throw new Error(`libseccomp compiled nothing: ${(done.error?.message ?? done.stderr).trim()}`)
    return { said: done.stderr.trim(), ...agreement(rules, program, decode(readFileSync(out), 'little')) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
