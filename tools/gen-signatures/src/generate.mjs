import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ABIS, committedCalls } from '../tables.mjs'
import { emit } from './emit.mjs'
import { readTree } from './entries.mjs'
import { resolve } from './resolve.mjs'

/** The files of packages/signatures/src and the signatures in them, from a source tree and the `src` of packages/syscalls. */
export function generate(tree, src) {
  const columns = resolve(tree, readTree(tree), src)
  const namesOf = (column) => committedCalls(src, column).keys()
  return { columns, files: emit(columns, ABIS, kernelVersion(tree), namesOf) }
}

/** The version of a source tree, as its Makefile has it. */
function kernelVersion(tree) {
  const makefile = readFileSync(join(tree, 'Makefile'), 'utf8')
  const part = (name) => new RegExp(`^${name} *= *(\\d+)$`, 'm').exec(makefile)?.[1]
  const version = [part('VERSION'), part('PATCHLEVEL'), part('SUBLEVEL')]
  if (version.includes(undefined)) throw new Error(`${tree}/Makefile: has no version of Linux`)
  return version.join('.')
}
