import type { Program } from '@seccompile/abi'
import { decode, encode, verify } from '@seccompile/cbpf'
import { shown } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { machineEndianness } from '../system/native-abi.ts'

/**
 * A filter, or several, in the order in which they are attached. Each is a program, or its bytes in the byte
 * order of this machine.
 */
export type Filters = Program | Uint8Array | readonly (Program | Uint8Array)[]

const isProgram = (one: readonly unknown[] | Uint8Array): one is Program =>
  Array.isArray(one) && typeof one[0] === 'object' && one[0] !== null && 'code' in one[0]

/** @throws KernelError `E_FILTER` where `one` is no program */
function encoded(one: Program): Uint8Array {
  try {
    return encode(one, machineEndianness())
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'IrError') throw error
    throw new KernelError('E_FILTER', error.message, { cause: error })
  }
}

/**
 * The bytes of each filter, in the order in which they are attached.
 * @throws KernelError `E_FILTER` where there is no filter, or a filter is no program
 */
export function filterBytes(filters: Filters): readonly Uint8Array[] {
  if (!Array.isArray(filters) && !(filters instanceof Uint8Array))
    throw new KernelError(
      'E_FILTER',
      `filters: expected a program, its bytes, or a list of these; got ${shown(filters)}`,
    )
  const list = filters instanceof Uint8Array || isProgram(filters) ? [filters] : filters
  if (list.length === 0)
    throw new KernelError('E_FILTER', 'there is no filter to attach: the list, or the program, is empty')
  return list.map((one, at) => {
    if (one instanceof Uint8Array) return one
    if (Array.isArray(one)) return encoded(one)
    throw new KernelError('E_FILTER', `filters[${at}]: expected a program, or its bytes; got ${shown(one)}`)
  })
}

/**
 * Checks that the kernel would accept each filter.
 * @throws KernelError `E_FILTER` with the instruction and the rule that it breaks
 */
export function checkAccepted(filters: readonly Uint8Array[]): void {
  filters.forEach((bytes, index) => {
    const which = filters.length === 1 ? 'the filter' : `filter ${index + 1} of ${filters.length}`
    let problem: string | undefined
    try {
      const [first] = verify(decode(bytes, machineEndianness()))
      if (first !== undefined) problem = `${first.where}: ${first.message} (${first.invariant})`
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
    }
    if (problem !== undefined)
      throw new KernelError('E_FILTER', `the kernel does not accept ${which}: EINVAL: ${problem}`, {
        errno: 'EINVAL',
      })
  })
}
