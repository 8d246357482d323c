import vm from 'node:vm'
import { policyFromText } from '../../../src/playground/sandbox/policy-text.ts'
import { MAX_MESSAGE, MOST_SAID, readOutcome } from '../../../src/playground/sandbox/outcome.ts'
import type { ScriptOutcome } from '../../../src/playground/sandbox/outcome.ts'
import { workerText } from '../../../src/playground/sandbox/worker-text.ts'
import { policyModules, policyRuntime } from '../../../src/policy-runtime.ts'
import { beforeAll, describe, expect, it } from 'vitest'

/** The runtime with a few modules, which begins sooner than that with all. */
let small = ''
let whole = ''
beforeAll(async () => {
  small = await policyRuntime(['@seccompile/policy', '@seccompile/constants/af'])
  whole = await policyRuntime()
})

/** The message that the Worker's text posts, in a realm of its own. */
function outcomeOf(
  script: string,
  { map, runtime = small }: { map?: string; runtime?: string } = {},
): ScriptOutcome {
  const posted: unknown[] = []
  let listener: ((event: { readonly data: string }) => void) | undefined
  const scope = vm.createContext({
    postMessage: (value: unknown) => posted.push(value),
    set onmessage(heard: typeof listener) {
      listener = heard // as in a Worker, the listener stays when the property is removed
    },
    importScripts: (text: string): unknown => vm.runInContext(text, scope, { filename: 'blob:null/0-1' }),
    fetch: () => 'a page',
    setTimeout: () => 1,
    TextEncoder,
    TextDecoder,
  })
  vm.runInContext(runtime, scope, { filename: 'worker.js' })
  listener?.({ data: workerText({ script, map }) })
  expect(posted).toHaveLength(1)
  return readOutcome(posted[0])
}

const policyIn = (script: string, runtime = small): ReturnType<typeof policyFromText> => {
  const outcome = outcomeOf(script, { runtime })
  if (outcome.kind === 'fault') throw new Error(outcome.fault.message)
  return policyFromText(outcome.policy)
}

const faultOf = (script: string): string => {
  const outcome = outcomeOf(script)
  if (outcome.kind === 'policy') throw new Error('no fault')
  const { message, place } = outcome.fault
  return place === undefined ? message : `${place.line}:${place.column}: ${message}`
}

const HEAD = `"use strict"; const { policy, arg } = require('@seccompile/policy')\n`

describe('a policy that runs', () => {
  it('leaves as text with the place of each rule', () => {
    const script = `${HEAD}exports.default = policy({ default: 'deny' })
  .allow('read')
  .on(['x86_64'], (rules) => rules
    .allow('write', arg(0).eq(0xffff_ffff_0000_0001n)))
`
    const { defaultAction, rules } = policyIn(script)
    expect(defaultAction).toEqual({ action: 'ERRNO', data: 'EPERM' })
    expect(rules.map(({ names: [name], source }) => [name?.name, source])).toEqual([
      ['read', { file: 'policy.ts', line: 3, column: 4 }],
      ['write', { file: 'policy.ts', line: 5, column: 6 }],
    ])
    expect(rules[1]?.args).toEqual([{ op: 'EQ', index: 0, value: 0xffff_ffff_0000_0001n }])
  })

  it('imports the packages and the families of constants', () => {
    const script = `const all = ${JSON.stringify(policyModules())}.map((name) => Object.keys(require(name)).length)
if (all.some((count) => count === 0)) throw new Error(all.join())
const { AF_UNIX } = require('@seccompile/constants/af')
const { presetPolicy } = require('@seccompile/presets')
exports.default = presetPolicy('no-network').restrict((rules) => rules.deny('socket', ({ family }) => family.ne(AF_UNIX)))`
    expect(policyIn(script, whole).and).toHaveLength(1)
  })

  it('prints a bounded number of bounded lines', () => {
    const { printed } = outcomeOf(`${HEAD}
for (let i = 0; i < 1000; i += 1) console.log(i, 'x'.repeat(5000))
exports.default = policy({ default: 'allow' })`)
    expect(printed).toHaveLength(MOST_SAID + 1)
    expect(printed[0]?.message).toMatch(/^console\.log: 0 xxx/)
    expect(printed[0]?.place).toEqual({ line: 3, column: 43 })
    expect(printed.every(({ message }) => message.length <= MAX_MESSAGE)).toBe(true)
    expect(printed.at(-1)?.message).toBe('console: more than 20 lines; the others are not shown')
  })

  it('prints a policy as people read it, and errors, records and bigints', () => {
    const { printed } = outcomeOf(`${HEAD}
console.warn(policy({ default: 'deny' }).allow('read'))
console.error(new TypeError('t'), { a: 1n }, [2], undefined, null, Object.create(null))
exports.default = policy({ default: 'allow' })`)
    expect(printed[0]?.message).toMatch(/^console\.warn: .*read/s)
    expect(printed[1]?.message).toBe('console.error: TypeError: t {"a":"1n"} [2] undefined null {}')
  })
})

describe('a policy with a fault', () => {
  it.each([
    [
      'an unknown call',
      `${HEAD}policy({ default: 'deny' })\n  .allow('raed')`,
      '3:4: unknown system call "raed"; did you mean "read"?',
    ],
    ['an exception', `${HEAD}null.x`, "2:6: TypeError: Cannot read properties of null (reading 'x')"],
    ['a thrown text', "throw 'away'", 'the policy throws away'],
    ['a thrown thing without text', 'throw Object.create(null)', 'the policy throws what cannot be shown'],
    ['no default export', HEAD, 'the policy has no default export; end it with "export default policy(…)"'],
    ['another export', 'exports.default = 5', /^policy\.ts: expected a policy, .* as default export; got 5$/],
    [
      'an unknown key',
      `exports.default = { defaultAction: { action: 'ALLOW', data: 0 }, rules: [], rule: 1 }`,
      /^policy\.ts: policy: unknown key "rule"; did you mean "rules"/,
    ],
    [
      'an unknown module',
      "require('node:fs')",
      /^1:1: Error: no module "node:fs" in the playground; there are @seccompile\/policy and families/,
    ],
    ['endless recursion', 'const f = () => f(); f()', /^1:17: RangeError: Maximum call stack/],
  ])('says so at its place: %s', (_title, script, message) => {
    expect(faultOf(script)).toMatch(message)
  })

  it('is bounded in its message', () => {
    expect(faultOf("throw new Error('x'.repeat(1e6))").length).toBeLessThan(MAX_MESSAGE + 20)
  })

  it('is shown at the place that the source map gives', () => {
    // The second line of the script is line 10, column 5 of the source.
    const map = JSON.stringify({ version: 3, sources: ['policy.ts'], names: [], mappings: ';AASI' })
    const outcome = outcomeOf("\nthrow new Error('here')", { map })
    expect(outcome).toMatchObject({ fault: { place: { line: 10, column: 5 } } })
  })
})

describe('a hostile policy', () => {
  it('has no global beside the language', () => {
    const script = `${HEAD}
const found = ['fetch', 'postMessage', 'setTimeout', 'process', 'require'].filter((name) => name in globalThis)
console.log(found)
exports.default = policy({ default: 'allow' })`
    expect(outcomeOf(script).printed[0]?.message).toBe('console.log: []')
  })

  it.each([
    [
      'cyclic',
      'const a = { rules: [] }; a.and = [a]; exports.default = { ...a, defaultAction: { action: "ALLOW", data: 0 }, and: [a] }',
    ],
    [
      'too deep',
      'let a = { defaultAction: { action: "ALLOW", data: 0 }, rules: [] }; for (let i = 0; i < 1e5; i += 1) a = { ...a, and: [a] }; exports.default = a',
    ],
    [
      'a getter that throws',
      'exports.default = { get rules() { throw 5 }, defaultAction: { action: "ALLOW", data: 0 } }',
    ],
    [
      'a proxy',
      'exports.default = new Proxy({}, { get: () => 1, has: () => true, ownKeys: () => ["__proto__"] })',
    ],
    [
      'a key of every object',
      'exports.default = JSON.parse(\'{"__proto__":{"harmed":1},"defaultAction":{"action":"ALLOW","data":0},"rules":[]}\')',
    ],
    ['huge', `${HEAD}exports.default = policy({ default: 'deny', name: 'x'.repeat(2 ** 20) })`],
    ['a replaced JSON.stringify', 'JSON.stringify = () => "[".repeat(1000); exports.default = {}'],
  ])('becomes a fault: %s', (_title, script) => {
    expect(outcomeOf(script).kind).toBe('fault')
    expect({}).not.toHaveProperty('harmed')
  })

  it('is refused by its reader where it forges an outcome', () => {
    const forged = '{"rules":[],"defaultAction":{"action":"<b>","data":0}}'
    const script = `${HEAD}let n = 0
JSON.stringify = () => (n++ === 0 ? ${JSON.stringify(forged)} : '{"kind":"policy"}')
exports.default = policy({ default: 'allow' })`
    const outcome = outcomeOf(script)
    expect(outcome).toEqual({ kind: 'policy', policy: forged, printed: [] })
    expect(() => policyFromText(forged)).toThrow(/defaultAction\.action: expected/)
  })

  it.each([
    ['after it', '}); throw new Error(typeof fetch); (function () {'],
    ['before it', '}, (() => { throw new Error(typeof fetch) })(), function () {'],
  ])('gains no global by leaving its function: %s', (_title, script) => {
    expect(() => outcomeOf(script)).toThrow(/^undefined$/)
  })
})
