/*
 * The policies whose filters are golden, each with the targets it is compiled for.
 *
 * Some policies are small enough to understand, and have one shape that is easy or hard for some pass. The other policies
 * are modelled on profiles that people run, or drawn at random. The first comment of each file names the source of its
 * facts. Programs of other tools for Docker's profile are in tools/vectors.
 */
import { readFileSync } from 'node:fs'
import { parseProfile } from '@seccompile/oci'
import { CONTAINER_CAPS } from '@seccompile/policy'
import { presetPolicy } from '@seccompile/presets'
import type { Capability, KernelVersion, Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'

/** A policy and a target. */
export interface CorpusEntry {
  /** The name of the entry in `sizes.golden` and in the names of its listings. */
  readonly name: string
  /** The policy: `preset:NAME`, or the name of a file in `policies`. */
  readonly policy: string
  /** The ABIs; the first one is the main ABI. */
  readonly abis: readonly AbiToken[]
  /** The capabilities; those of a container where absent. */
  readonly caps?: readonly Capability[]
  /** The kernel version; the newest known where absent. */
  readonly kernel?: KernelVersion
  /** Whether the listings are golden too, not only the sizes: for programs that are short enough to read. */
  readonly isListed: boolean
}

const X86 = ['x86_64', 'x86', 'x32'] as const
const ARM = ['aarch64', 'arm'] as const
const S390 = ['s390x', 's390'] as const
const MIPS = ['mips64', 'mips64n32', 'mips'] as const

const entry = (
  name: string,
  policy: string,
  abis: readonly AbiToken[],
  more: Partial<Pick<CorpusEntry, 'caps' | 'kernel' | 'isListed'>> = {},
): CorpusEntry => ({ name, policy, abis, isListed: false, ...more })
const listed = (
  name: string,
  policy: string,
  abis: readonly AbiToken[] = ['x86_64'],
  more: Partial<Pick<CorpusEntry, 'caps' | 'kernel'>> = {},
): CorpusEntry => ({ name, policy, abis, isListed: true, ...more })

/** Every policy with every target, in the order in which `sizes.golden` shows them. */
export const corpus: readonly CorpusEntry[] = [
  listed('five-calls', 'five-calls.json'),
  listed('five-calls-arm', 'five-calls.json', ARM),
  listed('five-calls-s390', 'five-calls.json', S390),
  listed('deny-list', 'deny-list.json'),
  entry('deny-list-3abi', 'deny-list.json', X86),
  listed('log-only', 'log-only.json'),
  listed('operators', 'operators.json'),
  listed('listener', 'listener.json'),
  listed('tracer', 'tracer.mjs'),
  listed('enosys', 'enosys.json', ['x86_64', 'x86']),
  listed('repeats', 'repeats.mjs'),
  listed('argument-sets', 'argument-sets.mjs'),
  entry('argument-sets-3abi', 'argument-sets.mjs', X86),
  listed('requirements', 'requirements.json'),
  entry('requirements-admin', 'requirements.json', X86, {
    caps: ['CAP_SYS_ADMIN', 'CAP_BPF', 'CAP_NET_ADMIN'],
  }),
  entry('requirements-old', 'requirements.json', X86, { caps: [], kernel: { major: 4, minor: 4 } }),
  entry('requirements-s390', 'requirements.json', S390),
  entry('alternating', 'alternating.mjs', ['x86_64']),
  entry('thousand-values', 'thousand-values.mjs', ['x86_64']),
  entry('multiples', 'multiples.mjs', ['x86_64']),
  entry('container-default', 'preset:container-default', ['x86_64']),
  entry('container-default-3abi', 'preset:container-default', X86),
  entry('container-default-arm', 'preset:container-default', ARM),
  entry('container-default-s390', 'preset:container-default', S390),
  entry('container-default-mips', 'preset:container-default', MIPS),
  entry('container-default-ppc', 'preset:container-default', ['ppc64le']),
  entry('container-default-riscv', 'preset:container-default', ['riscv64']),
  entry('container-default-admin', 'preset:container-default', ['x86_64'], {
    caps: [...CONTAINER_CAPS, 'CAP_SYS_ADMIN'],
  }),
  entry('podman', 'podman.mjs', ['x86_64']),
  entry('docker-19-03', 'docker-19-03.mjs', X86),
  entry('system-service', 'system-service.mjs', ['x86_64']),
  entry('firecracker-vmm', 'firecracker-vmm.mjs', ['x86_64']),
  entry('firecracker-vcpu', 'firecracker-vcpu.mjs', ['x86_64']),
  entry('crosvm-gpu', 'crosvm-gpu.mjs', ['x86_64']),
  entry('ioctl-60', 'ioctl-60.mjs', ['x86_64']),
  entry('ioctl-300', 'ioctl-300.mjs', ['x86_64']),
  entry('random-20', 'random-20.mjs', ['x86_64']),
  entry('random-200', 'random-200.mjs', ['x86_64']),
]

/** The folder of the policies, as a URL that ends in a slash. */
export const POLICIES: URL = new URL('../policies/', import.meta.url)

const PRESET = 'preset:'

/** The policy of an entry. The modules of policies are ours, so their exports are not checked. */
export async function corpusPolicy({ policy }: CorpusEntry): Promise<Policy> {
  if (policy.startsWith(PRESET)) return presetPolicy(policy.slice(PRESET.length))
  const url = new URL(policy, POLICIES)
  if (policy.endsWith('.json')) return parseProfile(readFileSync(url, 'utf8'), { file: policy }).policy
  const module = (await import(/* @vite-ignore */ url.href)) as { readonly default: Policy }
  return module.default
}
