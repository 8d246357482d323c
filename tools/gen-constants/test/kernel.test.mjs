/**
 * The committed constants against a kernel source tree, in two ways. The generator makes the files again. A second
 * reader, which shares no code with it, takes the plain `#define`s of each architecture's own headers.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { committedFamilies } from '../src/committed.mjs'
import { emit } from '../src/emit.mjs'
import { mergeAbis } from '../src/merge.mjs'
import { readConstants, versionsText } from '../src/read.mjs'
import { TARGETS } from '../src/targets.mjs'
import { whyNoCompiler } from './why-no-compiler.mjs'

const kernel = process.env['SECCOMPILE_LINUX_SOURCE']
/** A kernel that has the ABIs which the newest one lacks. */
const older = process.env['SECCOMPILE_LINUX_SOURCE_OLDER']
const src = new URL('../../../packages/constants/src/', import.meta.url)
const read = (path) => readFileSync(new URL(path, src), 'utf8')

/** Each header of an architecture that holds constants, and the families of these. */
const OWN = {
  'errno.h': ['errno'],
  'fcntl.h': ['o', 'f', 'fd', 'lock', 'lease'],
  'ioctls.h': ['ioctl'],
  'mman.h': ['prot', 'map', 'madv', 'msync', 'mcl', 'mlock'],
  'poll.h': ['poll'],
  'signal.h': ['sig', 'sig-how', 'sa'],
  'socket.h': ['so', 'sol'],
  'resource.h': ['rlimit'],
}

/** The names that a header defines exactly once, as one plain number: octal, decimal or hexadecimal as in C. */
function plainNumbers(text) {
  const found = new Map()
  const twice = new Set()
  for (const [, name, value] of text.matchAll(/^#\s*define\s+([A-Z]\w*)\s+(.*)$/gm)) {
    if (found.has(name)) twice.add(name)
    const digits = /^\(?(0[xX][0-9a-fA-F]+|\d+)[uUlL]*\)?\s*(?:\/[*/].*)?$/.exec(value)?.[1]
    found.set(name, digits && (/^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)))
  }
  return [...found].filter(([name, value]) => value !== undefined && !twice.has(name))
}

describe('the committed constants and the kernel’s headers', () => {
  if (kernel === undefined || older === undefined) {
    it('are not compared: SECCOMPILE_LINUX_SOURCE or SECCOMPILE_LINUX_SOURCE_OLDER names no kernel source tree', () => {
      expect(kernel === undefined || older === undefined).toBe(true)
    })
    return
  }
  const { families } = committedFamilies(read)
  const valueOn = ({ value, on }, token) => {
    for (const [other, tokens] of on) if (tokens.includes(token)) return other
    return value
  }

  it.each(TARGETS.map((target) => [target.token, target]))(
    'agree on the plain numbers of %s',
    (token, { arch, ended }) => {
      let compared = 0
      for (const [file, ids] of Object.entries(OWN)) {
        const own = join(ended ? older : kernel, 'arch', arch, 'include/uapi/asm', file)
        const path = existsSync(own) ? own : join(kernel, 'include/uapi/asm-generic', file)
        const numbers = new Map(plainNumbers(readFileSync(path, 'utf8')))
        for (const one of families
          .filter(({ family }) => ids.includes(family.id))
          .flatMap(({ constants }) => constants)) {
          const theirs = numbers.get(one.name)
          const ours = valueOn(one, token)
          if (theirs === undefined || ours === undefined || ours === null) continue
          compared++
          expect(`${one.name} ${ours}`, `${file} of ${token}`).toBe(`${one.name} ${theirs}`)
        }
      }
      // The headers of powerpc leave most to asm-generic.
      expect(compared).toBeGreaterThan(100)
    },
  )

  const reason = whyNoCompiler('making the constants again from the headers')
  if (reason !== undefined) return
  it('are the same files, made again', { timeout: 120_000 }, () => {
    const byAbi = new Map(TARGETS.map((target) => [target.token, readConstants(kernel, target, 'cc', older)]))
    for (const [path, text] of emit(mergeAbis(byAbi), versionsText(kernel, older)))
      expect(read(path), path).toBe(text)
  })
})
