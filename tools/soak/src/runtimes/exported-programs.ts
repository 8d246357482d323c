/*
 * The program that the libseccomp of this machine exports for a machine of another ABI, beside what `loads` says of it.
 *
 * libseccomp gets the rules that runc and crun hand it. The stub of runc is no part of its program, so the model is asked for
 * crun, which has none. Names are looked up on the ABI of this machine; libseccomp finds the numbers of the other ABI by name.
 *
 * A profile for the other byte order goes in parts, each with the rules of a few calls: the programs for the other byte order in
 * libseccomp's own tests are short. Rules of one call, and of the calls behind a multiplexer, stay together.
 * @see seccomp_export_bpf(3); libseccomp src/arch.c: arch_syscall_translate()
 */
import { decode } from '@seccompile/cbpf'
import { loads } from '@seccompile/oci-runtime'
import type { LibseccompVersion } from '@seccompile/oci-runtime'
import { jsonText } from '@seccompile/oci/reading'
import { CONTAINER_CAPS, PolicyError } from '@seccompile/policy'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { compileBatch } from '@seccompile/vectors/libseccomp'
import type { RuntimeProfile } from '../watch/container.ts'
import { OWN } from '../watch/machine.ts'
import { asSaid } from './as-said.ts'
import { forRuntime } from './engine.ts'
import type { EngineProfile } from './engine.ts'

/** What came of a profile on an ABI. */
export type ExportOutcome =
  | { readonly kind: 'equal' | 'different' | 'undecided' | 'hung' }
  /** libseccomp refuses a rule of a profile that the model says is loaded. */
  | { readonly kind: 'refused' }
  /** The model says nothing of these calls, or of the whole profile. */
  | { readonly kind: 'unclaimed'; readonly reason: string }

/** The most calls of a part: a program of so many has no way of more than 255 instructions on three ABIs. */
const PART = 40

/** The calls that libseccomp gives rules of other calls, and these others. */
const MULTIPLEXED: readonly string[] = MULTIPLEXERS.flatMap(({ name, calls }) => [
  name,
  ...calls.map((each) => each.name),
])

/** `profile` in parts with the rules of some of its calls, which have the rules of `profile` together. */
export function partsOf(profile: RuntimeProfile): readonly RuntimeProfile[] {
  const names = [...new Set(profile.syscalls.flatMap((entry) => entry.names))].sort()
  const [together, alone] = [true, false].map((is) =>
    names.filter((name) => MULTIPLEXED.includes(name) === is),
  )
  const lists = [
    together!,
    ...Array.from({ length: Math.ceil(alone!.length / PART) }, (_, i) =>
      alone!.slice(i * PART, (i + 1) * PART),
    ),
  ]
  return lists.map((list) => ({
    ...profile,
    syscalls: profile.syscalls.flatMap((entry) => {
      const kept = entry.names.filter((name) => list.includes(name))
      return kept.length === 0 ? [] : [{ ...entry, names: kept }]
    }),
  }))
}

/** What came of `profile`, the rules for a machine of `abi`. */
function wholeOutcome(profile: RuntimeProfile, abi: AbiTable, libseccomp: LibseccompVersion): ExportOutcome {
  const found = loads(jsonText(profile), {
    file: 'profile',
    runtime: 'crun-1.14',
    libseccomp,
    main: abi.token,
  })
  switch (found.kind) {
    case 'not-known':
      return { kind: 'unclaimed', reason: found.reason }
    case 'refused':
      return { kind: 'unclaimed', reason: found.refusals.map(({ message }) => message).join('; ') }
    case 'loaded': {
      const also = found.abis.slice(1).map(({ token }) => token)
      const request = { ...profile, arch: abi.token, also, optimize: 2, seconds: 60 }
      const [made] = compileBatch(jsonText([request]), 120_000)
      if (typeof made === 'string') return { kind: made }
      const { endianness } = abi
      const program = decode(made!, endianness) // one request has one outcome
      const kind = asSaid(found, program, endianness)
      return kind === 'unclaimed' ? { kind, reason: found.unclaimed.join(', ') } : { kind }
    }
  }
}

/**
 * Whether the program that libseccomp exports for a machine of `abi` means what the model says of `profile`; for the other byte
 * order, the programs of all its parts.
 */
export function exportOutcome(
  profile: EngineProfile,
  abi: AbiTable,
  libseccomp: LibseccompVersion,
): ExportOutcome {
  const { scmpName, goArch, endianness } = abi
  const rules = forRuntime(profile, { architecture: scmpName, goArch, caps: CONTAINER_CAPS })
  const parts = endianness === OWN.endianness ? [rules] : partsOf(rules)
  try {
    const outcomes = parts.map((part) => wholeOutcome(part, abi, libseccomp))
    return outcomes.find(({ kind }) => kind !== 'equal') ?? { kind: 'equal' }
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    return { kind: 'unclaimed', reason: error.message }
  }
}
