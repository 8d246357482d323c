import type { AbiFacts } from './abi.ts'
import { ABI_FACTS } from './tables/abis.ts'

/** The facts of every ABI that Linux and libseccomp name, in the order people list them: x86_64 first. */
export const abis: readonly AbiFacts[] = ABI_FACTS

/**
 * The ABI that a text names; undefined where none does.
 *
 * Takes libseccomp's token (`aarch64`), the name in a profile (`SCMP_ARCH_AARCH64`), the Go name (`arm64`) and the
 * aliases in {@link AbiFacts.aliases}, all as they are written, case included. Two names stand for one ABI, never
 * one for two; `uname -m` and GOARCH cannot tell x32 from x86_64, so those of x86_64 mean x86_64.
 *
 * @see libseccomp src/arch.c: arch_def_lookup_name(); runc libcontainer/seccomp/config.go
 */
export function abiByName(text: string): AbiFacts | undefined {
  return ABI_FACTS.find(
    (abi) => abi.token === text || abi.scmpName === text || abi.goArch === text || abi.aliases.includes(text),
  )
}
