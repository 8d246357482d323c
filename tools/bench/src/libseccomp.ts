/*
 * The libseccomp of this machine, if it is installed: its program for a policy, and its time.
 */
import { BPF_MAXINSNS, SOCK_FILTER_BYTES } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { jsonText } from '@seccompile/oci/reading'
import { decode } from '@seccompile/cbpf'
import { compileBatch } from '@seccompile/vectors/libseccomp'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('../../vectors/make/libseccomp.py', import.meta.url))

/** Options of a compilation by libseccomp. */
export interface LibseccompOptions {
  /** `list`: libseccomp's default, optimize level 1; `tree`: level 2. */
  readonly shape: 'list' | 'tree'
  /** Tokens of ABIs, the main one first. Default: x86_64, x86 and x32. */
  readonly abis?: readonly string[]
  /** Default: KILL_THREAD. */
  readonly badArch?: 'SCMP_ACT_KILL_PROCESS' | 'SCMP_ACT_KILL_THREAD'
  /** The number of compilations that are timed. Default: one. */
  readonly runs?: number
  /** The time limit. Default: a minute. */
  readonly timeoutMs?: number
}

/** A program of libseccomp, with its time. */
export interface LibseccompResult {
  /** The name of the library and its version. */
  readonly version: string
  readonly insns: number
  /** Absent where the program is longer than the kernel takes. */
  readonly program?: Program
  /** The median of the runs. */
  readonly ms: number
  /** Names that libseccomp does not know; the program has no rules for them. */
  readonly unknown: readonly string[]
}

/**
 * The program of libseccomp for `policy`, the JSON text of an OCI profile, or of a resolved policy in the form of the
 * vectors. `undefined` where libseccomp takes longer than its limit.
 * @throws Error where Python or libseccomp is missing, or refuses the policy
 */
export function compileWithLibseccomp(
  policy: string,
  options: LibseccompOptions,
): LibseccompResult | undefined {
  const { shape, abis = ['x86_64', 'x86', 'x32'], badArch = 'SCMP_ACT_KILL_THREAD' } = options
  const { runs = 1, timeoutMs = 60_000 } = options
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-bench-'))
  try {
    const [from, to] = [join(folder, 'policy.json'), join(folder, 'libseccomp.bpf')]
    writeFileSync(from, policy)
    const optimize = shape === 'list' ? '1' : '2'
    const done = spawnSync(
      'python3',
      [
        SCRIPT, from, to, '--json', '--runs', String(runs), '--optimize', optimize, '--arch', abis.join(','),
        '--bad-arch', badArch,
      ], // prettier-ignore
      { encoding: 'utf8', timeout: timeoutMs },
    )
    if ((done.error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') return undefined
    if (done.status !== 0)
      throw new Error(`libseccomp compiled nothing: ${(done.error?.message ?? done.stderr).trim()}`)
    const said = JSON.parse(done.stdout) as Pick<LibseccompResult, 'version' | 'ms' | 'unknown'> // the script printed this object
    const bytes = readFileSync(to)
    const insns = bytes.length / SOCK_FILTER_BYTES
    return { ...said, insns, ...(insns > BPF_MAXINSNS ? {} : { program: decode(bytes, 'little') }) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A profile of one ABI for {@link libseccompPrograms}: every rule takes part. */
export interface BatchProfile {
  /** A token of seccomp_arch_add(). */
  readonly arch: number
  readonly optimize: 1 | 2
  readonly defaultAction: string
  readonly syscalls: readonly object[]
}

/**
 * The programs of libseccomp for `profiles`, each for its ABI alone; `undefined` where libseccomp refuses a rule, so
 * that runc refuses the profile.
 * @throws Error where Python or libseccomp is missing
 */
export function libseccompPrograms(
  profiles: readonly (BatchProfile & { readonly endianness: 'little' | 'big' })[],
): readonly (Program | undefined)[] {
  return compileBatch(jsonText(profiles)).map((compiled, i) =>
    typeof compiled === 'string' ? undefined : decode(compiled, profiles[i]!.endianness),
  )
}
