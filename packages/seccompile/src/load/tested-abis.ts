import { letsRun } from '@seccompile/abi'
import { inquire, isUndecided, STACK_LIMITS } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { Abis, AbiOptions } from '../options/abi.ts'
import type { Side } from './side.ts'

/** The main ABI of each `arch` that the filter tests, if its programs have the byte order of the filter. */
const testedBy = ({ arches, endianness }: Side): readonly Abis[0][] =>
  [...new Set(arches())].flatMap((arch) => {
    const abi = allAbis.find((each) => each.auditArch === arch && each.endianness === endianness)
    return abi === undefined ? [] : [signedAbiTable(abi.token)]
  })

/** Whether some call of `abis` runs, or the proof does not say. */
function mayRun({ leveled, endianness }: Side, abis: Abis): boolean {
  const inquiry = inquire(leveled, { endianness, ...(leveled.level === 'stack' ? STACK_LIMITS : {}) })
  if (inquiry.kind === 'undecided') return true
  try {
    return abis.some(({ auditArch }) => inquiry.call(letsRun, { arch: auditArch }) !== undefined)
  } catch (error) {
    if (!isUndecided(error)) throw error
    return true
  }
}

/**
 * `side` with every ABI whose `arch` its filter tests. A raw filter does not name its ABIs, and without `--abi` they are those of
 * x86_64: no call of x86_64 runs under a filter for aarch64, so an answer about x86_64 alone says nothing about the filter.
 */
export function withTestedAbis(side: Side, { abi }: AbiOptions): Side {
  if (abi !== undefined || side.policy !== undefined) return side
  const others = testedBy(side).filter(({ auditArch }) =>
    side.abis.every((own) => own.auditArch !== auditArch),
  )
  const [first, ...rest] = others
  if (first === undefined) return side
  return { ...side, abis: mayRun(side, side.abis) ? [...side.abis, ...others] : [first, ...rest] }
}
