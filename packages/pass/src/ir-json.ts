/*
 * An IR of any level as plain JSON, and back.
 *
 *   rules      { "sections": [{ "arch": 3221225534, "rules": [{ "numbers": [[0, 2]], "when": …, "verdict": 2147418112 }],
 *                "otherwise": 0 }], "badArch": 0 }
 *              where a predicate is { "argument": 1, "mask": "0xffffffff", "values": [["0x5", "0x5"]] }, or
 *              { "all": […] } or { "any": […] }
 *   decision   [{ "word": 1, "mask": 4294967295, "op": "eq", "k": 3221225534, "then": 1, "else": 2 },
 *               { "verdict": 2147418112 }, { "verdict": 0 }]
 *   program    [[32, 0, 0, 4], [6, 0, 0, 2147418112]], each code, jt, jf, k
 *
 * A u64 is hexadecimal text, because a JSON number is a double for most who read one. A graph is a list of its nodes,
 * root first, each before the nodes it leads to, so that a list can hold no cycle and a node is written once however
 * many ways lead to it.
 *
 * Reading checks shapes (J1) and then hands over to the verifier of the level: what is read is well formed.
 */
import { IrError } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { topological } from '@seccompile/decision'
import type { Decision, TestOp } from '@seccompile/decision'
import { MAX_PREDICATE_DEPTH, ruleSet } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { levelFunctions } from './ir.ts'
import type { IrByLevel, Level } from './pass.ts'

/** What JSON can hold. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

const hex = (value: bigint): string => `0x${value.toString(16)}`

function predicateToJson(predicate: Predicate): JsonValue {
  if (predicate.kind !== 'argument') return { [predicate.kind]: predicate.of.map(predicateToJson) }
  const values = predicate.values.map(({ lo, hi }) => [hex(lo), hex(hi)])
  return { argument: predicate.index, mask: hex(predicate.mask), values }
}

const TO_JSON: { readonly [L in Level]: (ir: IrByLevel[L]) => JsonValue } = {
  rules: ({ sections, badArch }) => ({
    sections: sections.map(({ arch, rules, otherwise }) => ({
      arch,
      rules: rules.map(({ numbers, when, verdict }) => ({
        numbers: numbers.map(({ lo, hi }) => [lo, hi]),
        when: predicateToJson(when),
        verdict,
      })),
      otherwise,
    })),
    badArch,
  }),
  decision: (root) => {
    const order = topological(root)
    const indexes = new Map(order.map((node, i) => [node, i]))
    return order.map((node) => {
      if (node.kind === 'verdict') return { verdict: node.verdict }
      const { word, mask, op, k } = node
      return { word, mask, op, k, then: indexes.get(node.then)!, else: indexes.get(node.else)! }
    })
  },
  program: (insns) => insns.map(({ code, jt, jf, k }) => [code, jt, jf, k]),
}

/** `ir`, of `level`, as plain JSON that {@link irFromJson} reads back. Its shape is shown at the top of the source. */
export function irToJson<L extends Level>(level: L, ir: IrByLevel[L]): JsonValue {
  return TO_JSON[level](ir)
}

/** What was got instead, short enough for a message. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return (JSON.stringify(value) ?? 'nothing').slice(0, 40)
}

/** Reads the parts of an IR of `level`; each function says where it stands when a value is not what it expects. */
function reader(level: Level) {
  const fail = (where: string, expected: string, got: unknown): never => {
    throw new IrError(level, [{ invariant: 'J1', where, message: `expected ${expected}; got ${shown(got)}` }])
  }
  const object = (value: unknown, where: string): Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>) // it was just seen to be one
      : fail(where, 'an object', value)
  const list = <T>(
    value: unknown,
    where: string,
    item: (value: unknown, where: string) => T,
  ): readonly T[] =>
    Array.isArray(value)
      ? value.map((one: unknown, i) => item(one, `${where}[${i}]`))
      : fail(where, 'a list', value)
  const number = (value: unknown, where: string): number =>
    typeof value === 'number' ? value : fail(where, 'a number', value)
  const u64 = (value: unknown, where: string): bigint =>
    typeof value === 'string' && /^0x[0-9a-f]{1,16}$/.test(value)
      ? BigInt(value)
      : fail(where, 'a u64 such as "0x1f"', value)
  const ranges = <T extends number | bigint>(
    value: unknown,
    where: string,
    item: (value: unknown, where: string) => T,
  ): RangeSet<T> =>
    list(value, where, (pair, at) => {
      const [lo, hi, ...rest] = list(pair, at, item)
      return lo === undefined || hi === undefined || rest.length > 0
        ? fail(at, 'a list of 2', pair)
        : { lo, hi }
    })
  return { fail, object, list, number, u64, ranges }
}

function predicateFromJson(json: unknown, where: string, depth: number): Predicate {
  const { fail, object, list, number, u64, ranges } = reader('rules')
  // The verifier has the same rule (R6), but comes only after this walk, which is recursive too.
  if (depth > MAX_PREDICATE_DEPTH) return fail(where, `nesting of at most ${MAX_PREDICATE_DEPTH}`, json)
  const parts = object(json, where)
  for (const kind of ['all', 'any'] as const)
    if (Object.hasOwn(parts, kind)) {
      const of = list(parts[kind], `${where}.${kind}`, (part, at) => predicateFromJson(part, at, depth + 1))
      return { kind, of }
    }
  if (!Object.hasOwn(parts, 'argument')) return fail(where, '"argument", "all" or "any"', json)
  return {
    kind: 'argument',
    index: number(parts['argument'], `${where}.argument`),
    mask: u64(parts['mask'], `${where}.mask`),
    values: ranges(parts['values'], `${where}.values`, u64),
  }
}

const OPERATORS: readonly unknown[] = ['eq', 'gt', 'ge', 'set'] satisfies TestOp[]

function decisionFromJson(json: unknown): Decision {
  const { fail, object, list, number } = reader('decision')
  const items = list(json, 'nodes', object)
  const nodes: Decision[] = []
  const child = (value: unknown, own: number, where: string): Decision =>
    nodes[number(value, where)] ??
    fail(where, `the index of a later node, ${own + 1} to ${items.length - 1}`, value)
  // From the end, since a node is made after those it leads to.
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = items[i]!
    const where = `n${i}`
    if (Object.hasOwn(item, 'verdict')) {
      nodes[i] = Object.freeze({ kind: 'verdict', verdict: number(item['verdict'], `${where}.verdict`) })
      continue
    }
    const { op } = item
    if (!OPERATORS.includes(op)) fail(`${where}.op`, OPERATORS.join(', '), op)
    nodes[i] = Object.freeze({
      kind: 'test',
      word: number(item['word'], `${where}.word`) as Word, // the verifier sees to its range (D2)
      mask: number(item['mask'], `${where}.mask`),
      op: op as TestOp, // it was just looked up
      k: number(item['k'], `${where}.k`),
      then: child(item['then'], i, `${where}.then`),
      else: child(item['else'], i, `${where}.else`),
    })
  }
  return nodes[0] ?? fail('nodes', 'at least one node', json)
}

const FROM_JSON: { readonly [L in Level]: (json: unknown) => IrByLevel[L] } = {
  rules: (json) => {
    const { object, list, number, ranges } = reader('rules')
    const whole = object(json, 'rules')
    return ruleSet({
      sections: list(whole['sections'], 'sections', (section, at) => {
        const { arch, rules, otherwise } = object(section, at)
        return {
          arch: number(arch, `${at}.arch`),
          rules: list(rules, `${at}.rules`, (rule, where) => {
            const { numbers, when, verdict } = object(rule, where)
            return {
              numbers: ranges(numbers, `${where}.numbers`, number),
              when: predicateFromJson(when, `${where}.when`, 0),
              verdict: number(verdict, `${where}.verdict`),
            }
          }),
          otherwise: number(otherwise, `${at}.otherwise`),
        }
      }),
      badArch: number(whole['badArch'], 'badArch'),
    })
  },
  decision: decisionFromJson,
  program: (json) => {
    const { fail, list, number } = reader('program')
    const insns = list(json, 'insns', (insn, at) => {
      const [code, jt, jf, k, ...rest] = list(insn, at, number)
      return code === undefined || jt === undefined || jf === undefined || k === undefined || rest.length > 0
        ? fail(at, 'a list of 4: code, jt, jf, k', insn)
        : { code, jt, jf, k }
    })
    return program(insns)
  },
}

/**
 * The IR of `level` that `json` holds, well formed.
 * @throws IrError where its shape is another (J1), or it breaks an invariant of its level
 */
export function irFromJson<L extends Level>(level: L, json: unknown): IrByLevel[L] {
  const ir = FROM_JSON[level](json)
  const problems = levelFunctions(level).verify(ir)
  if (problems.length > 0) throw new IrError(level, problems)
  return ir
}
