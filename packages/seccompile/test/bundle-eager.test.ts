import { execFileSync } from 'node:child_process'
import { rolldown } from 'rolldown'
import type { Plugin } from 'rolldown'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PLUGIN = new URL('../bundle-eager.mjs', import.meta.url).href
const { eagerFunctions } = (await import(PLUGIN)) as {
  readonly eagerFunctions: (command: string, args: readonly string[]) => Plugin
}

/** A program with every kind of function. It prints what they do, and each is called. */
const KINDS = `import { other, twice } from './other.js'
const text = 'é☂𝔘' // so that characters, bytes and code points have different numbers
console.log(hoisted(), typeof later, text)
/** Has its value before the module runs. */
function hoisted() { return 'hoisted ' + recursive(3) }
function recursive(n) { return n === 0 ? 0 : n + recursive(n - 1) }
export function later() { return this === undefined ? 'no this' : this.name }
console.log(later(), later.call({ name: 'this' }), later.name, recursive.name, recursive.length)
function* generator() { yield 1; yield* [2, 3] }
export async function waits(value) { return (await value) + 1 }
async function* stream() { yield await waits(1) }
function Made(value) { if (new.target === undefined) return new Made(value); this.value = value }
Made.prototype.doubled = function () { return this.value * 2 }
Made.kind = 'made'
console.log([...generator()], await waits(1), (await stream().next()).value, Made(4).doubled(), Made.kind)
function defaults(a, b = () => a, { c = b() } = {}) { return [a, b(), c, arguments.length] }
const curried = (a) => (b) => async (c) => a + b + c
export const named = () => named.name
let changing = () => 1
const before = changing()
changing = () => 2
console.log(defaults(1), await curried(1)(2)(3), named(), before, changing(), other(), twice)
export default function () { return 'default' }
class Shape { static #count = made(); grown = () => Shape.#count + 1 }
function made() { return 5 }
console.log(new Shape().grown())
function nested() { function inner() { return inner.name } return inner() }
console.log(nested())
function hoistedCalls() { return unused }
console.log(hoistedCalls().name)
function unused() {}`

const OTHER = `export { twice } from './twice.js'
export function other() { return same() + same.name.startsWith('same') }
function same() { return 'other' }`
const TWICE = `export const twice = same(2)
function same(n) { return n * 2 }`

/** The code of the program \`command\` in one file. */
async function bundled(command: string, plugins: readonly Plugin[]): Promise<string> {
  const build = await rolldown({ input: command, platform: 'node', plugins: [...plugins] })
  const { output } = await build.generate()
  await build.close()
  return output[0].code
}

const run = (command: string): string => execFileSync(process.execPath, [command], { encoding: 'utf8' })

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('eagerFunctions', () => {
  it('changes nothing that a program does', async () => {
    file('other.js', OTHER)
    file('twice.js', TWICE)
    const command = file('kinds.js', KINDS)
    file('package.json', '{ "type": "module" }')
    const code = await bundled(command, [eagerFunctions(command, [])])
    for (const name of ['hoisted', 'recursive', 'later', 'generator', 'waits', 'stream', 'Made', 'nested'])
      expect(code).toMatch(new RegExp(`^const ${name} = \\((?:async )?function\\*? ?\\(`, 'm'))
    expect(code).toContain('function unused(')
    file('eager.js', code)
    expect(run(at('eager.js'))).toBe(run(command))
  })

  it('says so where the run of the command fails', () => {
    const fails = file('fails.mjs', `console.error('no such thing'); process.exit(3)`)
    expect(() => eagerFunctions(fails, ['compile'])).toThrow(
      `${fails} compile ended with 3, so the build cannot tell which functions it calls: no such thing`,
    )
    const killed = file('killed.mjs', `process.kill(process.pid, 'SIGKILL')`)
    expect(() => eagerFunctions(killed, [])).toThrow('ended with SIGKILL')
  })

  it('finds the same functions with colours, with options of Node, and where there is no temporary folder', async () => {
    file(
      'asks.mjs',
      `const { FORCE_COLOR, NO_COLOR, NODE_OPTIONS } = process.env
function plain() { console.log('plain') }
function particular() { console.log('particular') }
const isPlain = FORCE_COLOR === undefined && NO_COLOR === undefined && !NODE_OPTIONS && process.argv.at(-1) === 'output'
if (isPlain) plain()
else particular()`,
    )
    for (const [name, value] of [
      ['FORCE_COLOR', '1'],
      ['NODE_OPTIONS', '--no-warnings'],
      ['TMPDIR', at('nowhere')],
    ] as const)
      vi.stubEnv(name, value)
    const code = await bundled(at('asks.mjs'), [eagerFunctions(at('asks.mjs'), [])])
    expect(code).toContain('const plain = (')
    expect(code).toContain('function particular(')
  })
})
