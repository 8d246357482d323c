/**
 * The values of the constants of one ABI, as a C compiler finds them in the kernel's headers.
 *
 * The compiler runs twice. First the preprocessor lists the macros and enumerators with the header of each, which
 * decides the family. Then a function with one assembler operand for each name is compiled, never assembled. The
 * operands are the values, in quarters of 16 bits. So macros, enums and sizes of structs need no evaluator of ours.
 *
 * @see kernel Documentation of asm-offsets (include/linux/kbuild.h: DEFINE()), which uses the same method
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FAMILIES } from './families.mjs'
import { prepareHeaders } from './headers.mjs'
import { compilerOptions, TARGETS } from './targets.mjs'

/**
 * Names that are a number on some ABIs only, though every ABI has the macro. On 32-bit ABIs the C library's `time_t`
 * decides which of two numbers these socket options are. A request of KVM may need a struct that one architecture has.
 */
const NOT_EVERYWHERE = /^(SO_(RCV|SND)TIMEO|SO_TIMESTAMP(NS|ING)?|KVM_\w+)$/

/** The macro of an ioctl request: `_IOWR(…)`, or a header's own name for it, `SECCOMP_IOWR(…)`. */
const REQUEST = /^([A-Z]+)?_(IOC?|IOR|IOW|IOWR)\s*\(/

/** The version of a source tree, `6.12`, from its Makefile. */
function kernelVersion(tree) {
  const text = readFileSync(join(tree, 'Makefile'), 'utf8')
  const part = (name) => new RegExp(`^${name} = (\\d+)$`, 'm').exec(text)?.[1]
  return `${part('VERSION')}.${part('PATCHLEVEL')}`
}

/** The versions of the trees as the generated files name them, with the ABIs that are read from `older`. */
export function versionsText(kernel, older) {
  const ended = TARGETS.filter((target) => target.ended).map(({ token }) => token)
  return `${kernelVersion(kernel)}, and ${kernelVersion(older)} for ${ended.join(' and ')}`
}

function compile(cc, options, text) {
  const run = spawnSync(cc, [...options, '-w', '-xc', '-o', '-', '-'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (run.error !== undefined) throw new Error(`${cc}: ${run.error.message}`)
  return run
}

/** The macros and enumerators of preprocessed text with its `#define`s: name, header, enum, and the body of a macro. */
export function namesIn(preprocessed, nameOf) {
  const found = new Map()
  let file = ''
  let body // the text of the open enum
  const finish = () => {
    for (const entry of body.text.split(',')) {
      const name = /^\s*([A-Za-z_]\w*)/.exec(entry)?.[1]
      // A macro with the name of an enumerator follows the enumerator, and adds nothing.
      if (name !== undefined) found.set(name, { header: body.file, enum: body.name })
    }
    body = undefined
  }
  for (const line of preprocessed.split('\n')) {
    const marker = /^# \d+ "(.*?)"/.exec(line)
    if (marker) {
      file = nameOf(marker[1])
      continue
    }
    const define = /^#define (\w+) (.*)$/.exec(line)
    if (define) {
      const [, name, text] = define
      if (text !== name && text !== '') found.set(name, { header: file, body: text })
      continue
    }
    const undef = /^#undef (\w+)/.exec(line)
    if (undef) found.delete(undef[1])
    if (line.startsWith('#')) continue
    if (body === undefined) {
      const start = /\benum\b\s*(\w*)\s*\{(.*)$/.exec(line)
      if (!start) continue
      body = { name: start[1], file, text: '' }
      body.text = start[2]
    } else body.text += `\n${line}`
    const end = body.text.indexOf('}')
    if (end < 0) continue
    body.text = body.text.slice(0, end)
    finish()
  }
  return found
}

function belongs(family, name, { header, body, enum: enumName }) {
  if (!family.from.includes('*') && !family.from.includes(header) && !family.from.includes(enumName ?? ' '))
    return false
  if (family.skip.has(name) || family.unless?.test(name)) return false
  if (family.requests && body !== undefined && REQUEST.test(body)) return true
  return family.match.test(name)
}

/** The family of each name that has one. @throws Error where a name is in two families */
export function familiesOf(names) {
  const chosen = new Map()
  for (const family of FAMILIES)
    for (const [name, facts] of names) {
      if (!belongs(family, name, facts)) continue
      const other = chosen.get(name)
      if (other !== undefined) throw new Error(`${name} is in ${other.id} and in ${family.id}`)
      chosen.set(name, family)
    }
  return chosen
}

/** The first bit of each quarter of a value. A quarter fits an operand of every target. */
const QUARTERS = [0, 16, 32, 48]

/** `value` as a number. @throws Error where a JavaScript number cannot hold it */
function safe(value, name) {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`${name}: ${value} does not fit 53 bits`)
  return number
}

/**
 * A Map from each of `names` to its value. A name without a number is an error, except for names that are not numbers
 * everywhere.
 */
function valuesOf(cc, options, text, names, token) {
  let asked = names
  for (;;) {
    const probes = asked.map((name, i) => {
      const quarters = QUARTERS.map((shift) => `"i"((int)((long long)(${name}) >> ${shift} & 0xffff))`).join(
        ', ',
      )
      // Each name has a function of its own: the compiler reports an undeclared name only once in a function.
      return `#line ${i + 1} "probe"\nvoid probe_${i}(void) { __asm__("#VALUE ${i} %c0 %c1 %c2 %c3" : : ${quarters}); }\n`
    })
    const run = compile(cc, ['-S', ...options], `${text}\n${probes.join('')}`)
    if (run.status === 0) {
      const found = new Map()
      for (const [, i, ...quarters] of run.stdout.matchAll(/#VALUE (\d+) (\d+) (\d+) (\d+) (\d+)/g)) {
        const value = quarters.reduceRight((high, low) => (high << 16n) + BigInt(low), 0n)
        found.set(asked[i], safe(BigInt.asIntN(64, value), asked[i]))
      }
      return found
    }
    const bad = new Set(
      Array.from(
        run.stderr.matchAll(/^probe:(\d+):.*(?: error: |: in expansion of macro )/gm),
        ([, i]) => asked[i - 1],
      ),
    )
    const wrong = [...bad].filter((name) => !NOT_EVERYWHERE.test(name))
    if (bad.size === 0 || wrong.length > 0)
      throw new Error(
        `${token}: ${wrong.join(', ') || 'the headers'}: no number\n${run.stderr.slice(0, 2000)}`,
      )
    asked = asked.filter((name) => !bad.has(name))
  }
}

/**
 * The constants of `target` in the kernel source `tree`: a Map from name to `{ family, value }`. The headers of an
 * architecture that `tree` has for another ABI alone are those of `older`.
 * @throws Error where an ABI has ended and `older` is undefined
 */
export function readConstants(tree, target, cc = 'cc', older = undefined) {
  if (target.ended && older === undefined)
    throw new Error(`${target.token}: new kernels no longer have the ABI; name an older tree by --older`)
  const folder = mkdtempSync(join(tmpdir(), 'gen-constants-'))
  try {
    const headers = prepareHeaders(tree, target.arch, folder, target.ended ? older : tree)
    const options = [...compilerOptions(target), ...headers.options]
    const listed = compile(cc, ['-E', '-dD', ...options], headers.text)
    if (listed.status !== 0) throw new Error(`${target.token}: ${listed.stderr.slice(0, 2000)}`)
    const families = familiesOf(namesIn(listed.stdout, headers.nameOf))
    const values = valuesOf(cc, options, headers.text, [...families.keys()], target.token)
    return new Map(Array.from(values, ([name, value]) => [name, { family: families.get(name).id, value }]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
