import type { AbiFacts } from './table/abi.ts'
import { ABI_FACTS } from './tables/abis.ts'

/** The facts of every ABI that Linux and libseccomp know, the most common ones first: x86_64 is the first. */
export const abis: readonly AbiFacts[] = ABI_FACTS

/**
 * The ABI that `text` names; undefined where it names none.
 *
 * A name is libseccomp's token (`aarch64`), the name in a profile (`SCMP_ARCH_AARCH64`), the Go name (`arm64`) or one
 * of {@link AbiFacts.aliases}. Case matters. An ABI has several names, but each name stands for one ABI. `uname -m`
 * and GOARCH are the same for x32 and x86_64; here they name x86_64.
 *
 * @see libseccomp src/arch.c: arch_def_lookup_name(); runc libcontainer/seccomp/config.go
 */
export function abiByName(text: string): AbiFacts | undefined {
  return ABI_FACTS.find(
    (abi) => abi.token === text || abi.scmpName === text || abi.goArch === text || abi.aliases.includes(text),
  )
}
