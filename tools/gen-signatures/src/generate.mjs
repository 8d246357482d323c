import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ABIS, committedCalls, hasAbi } from '../tables.mjs'
import { COLUMNS } from './columns.mjs'
import { emit } from './emit.mjs'
import { readTree } from './entries.mjs'
import { resolve } from './resolve.mjs'

/**
 * The files of packages/signatures/src and the signatures in them, from a source tree and the `src` of packages/syscalls.
 * An ABI that this kernel no longer has is read from `older`, the source tree of a kernel that has it.
 * @throws Error where neither tree has an ABI, and where `older` is not needed
 */
export function generate(tree, older, src) {
  const gone = Object.keys(COLUMNS).filter((column) => !hasAbi(tree, column))
  if (gone.length > 0 && older === undefined)
    throw new Error(
      `${tree}: Linux ${kernelVersion(tree)} no longer has ${gone.join(', ')}; name an older tree by --older`,
    )
  if (gone.length === 0 && older !== undefined)
    throw new Error(`${tree}: Linux ${kernelVersion(tree)} has every ABI; leave out --older`)
  const lacking = gone.find((column) => !hasAbi(older, column))
  if (lacking !== undefined)
    throw new Error(
      `${older}: Linux ${kernelVersion(older)} does not have ${lacking} either; name an older tree`,
    )
  const newest = { tree, entries: readTree(tree) }
  const oldest = gone.length === 0 ? newest : { tree: older, entries: readTree(older) }
  const sourceOf = (column) => (gone.includes(column) ? oldest : newest)
  const columns = resolve(sourceOf, src)
  const namesOf = (column) => committedCalls(src, column).keys()
  const version = [kernelVersion(tree), ...gone.map((column) => `${kernelVersion(older)} (${column})`)].join(
    ' and ',
  )
  return { columns, files: emit(columns, ABIS, version, namesOf) }
}

/** The version of a source tree, as its Makefile has it. */
function kernelVersion(tree) {
  const makefile = readFileSync(join(tree, 'Makefile'), 'utf8')
  const part = (name) => new RegExp(`^${name} *= *(\\d+)$`, 'm').exec(makefile)?.[1]
  const version = [part('VERSION'), part('PATCHLEVEL'), part('SUBLEVEL')]
  if (version.includes(undefined)) throw new Error(`${tree}/Makefile: has no version of Linux`)
  return version.join('.')
}
