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
 * A u64 is hexadecimal text, because most readers of JSON take a number for a double. A graph is a list of its
 * nodes, root first, each before its children. So a list can hold no cycle, and each node is written once.
 *
 * A reader checks shapes (J1). Then the verifier of the level runs, so an IR that was read is well formed.
 */
import type { SockFilter, Word } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { topological } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { MAX_PREDICATE_DEPTH, ruleSet } from '@seccompile/rules'
import type { Predicate, RangeSet, Rule, RuleSet, Section } from '@seccompile/rules'
import {
  expectList,
  expectObject,
  fail,
  IrError,
  listOf,
  member,
  number,
  oneOf,
  read,
  record,
} from '@seccompile/shape'
import type { At, Reader } from '@seccompile/shape'
import { levelFunctions, levelReader } from './ir.ts'
import type { IrByLevel, Level } from './pass.ts'

/** A value that JSON can express. */
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

/**
 * `ir`, of `level`, as plain JSON that {@link irFromJson} reads back. The top of the source shows the shape.
 */
export function irToJson<L extends Level>(level: L, ir: IrByLevel[L]): JsonValue {
  if (level === 'program') expectList(ir, 'ir')
  else expectObject(ir, 'ir')
  return TO_JSON[read(levelReader, level, 'level') as L](ir)
}

/** A u64 as text, within 64 bits by its length. */
const hexU64: Reader<bigint> = (at) =>
  typeof at.value === 'string' && /^0x[0-9a-f]{1,16}$/.test(at.value)
    ? BigInt(at.value)
    : fail(at, 'a u64 such as "0x1f"')

function ranges<T extends number | bigint>(end: Reader<T>): Reader<RangeSet<T>> {
  return listOf((at) => {
    const [lo, hi, ...rest] = listOf(end)(at)
    return lo === undefined || hi === undefined || rest.length > 0 ? fail(at, 'a list of 2') : { lo, hi }
  })
}

const argumentTest = record<{
  readonly argument: number
  readonly mask: bigint
  readonly values: RangeSet<bigint>
}>({
  argument: number,
  mask: hexU64,
  values: ranges(hexU64),
})

function predicate(depth: number): Reader<Predicate> {
  return (at) => {
    // The verifier has the same rule (R6), but it runs only after this walk, which is recursive too.
    if (depth > MAX_PREDICATE_DEPTH) return fail(at, `nesting of at most ${MAX_PREDICATE_DEPTH}`)
    const parts = (): Reader<readonly Predicate[]> => listOf(predicate(depth + 1))
    if (has(at, 'all'))
      return { kind: 'all', of: record<{ readonly all: readonly Predicate[] }>({ all: parts() })(at).all }
    if (has(at, 'any'))
      return { kind: 'any', of: record<{ readonly any: readonly Predicate[] }>({ any: parts() })(at).any }
    if (!has(at, 'argument')) return fail(at, '"argument", "all" or "any"')
    const { argument: index, mask, values } = argumentTest(at)
    return { kind: 'argument', index, mask, values }
  }
}

const has = ({ value }: At, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)

const rule = record<Rule>({ numbers: ranges(number), when: predicate(0), verdict: number })
const section = record<Section>({ arch: number, rules: listOf(rule), otherwise: number })
const rulesReader = record<RuleSet>({ sections: listOf(section), badArch: number })

const verdictNode = record<{ readonly verdict: number }>({ verdict: number })
const testNode = record<Test & { readonly then: number; readonly else: number }>({
  word: number as Reader<Word>, // the verifier checks its range (D2)
  mask: number,
  op: oneOf(['eq', 'gt', 'ge', 'set']),
  k: number,
  then: number,
  else: number,
})

const decisionReader: Reader<Decision> = (at) => {
  const items = listOf((item) => item)(at)
  const nodes: Decision[] = []
  // The last node comes first, because a node is made after its children.
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const item = { ...items[i]!, where: `n${i}` }
    if (has(item, 'verdict')) {
      nodes[i] = Object.freeze({ kind: 'verdict', verdict: verdictNode(item).verdict })
      continue
    }
    const test = testNode(item)
    const child = (way: 'then' | 'else'): Decision =>
      nodes[test[way]] ??
      fail(member(item, way), `the index of a later node, ${i + 1} to ${items.length - 1}`)
    nodes[i] = Object.freeze({ kind: 'test', ...test, then: child('then'), else: child('else') })
  }
  return nodes[0] ?? fail(at, 'at least one node')
}

const insn: Reader<SockFilter> = (at) => {
  const [code, jt, jf, k, ...rest] = listOf(number)(at)
  return code === undefined || jt === undefined || jf === undefined || k === undefined || rest.length > 0
    ? fail(at, 'a list of 4: code, jt, jf, k')
    : { code, jt, jf, k }
}

const FROM_JSON: { readonly [L in Level]: (json: unknown) => IrByLevel[L] } = {
  rules: (json) => ruleSet(fromJson('rules', rulesReader, json, '')),
  decision: (json) => fromJson('decision', decisionReader, json, 'nodes'),
  program: (json) => program(fromJson('program', listOf(insn), json, 'insns')),
}

function fromJson<T>(level: Level, reader: Reader<T>, json: unknown, root: string): T {
  return read(reader, json, root, (_fault, where, message) => {
    return new IrError(level, [{ invariant: 'J1', where: where === '' ? level : where, message }])
  })
}

/**
 * The IR of `level` in `json`, checked.
 * @throws IrError for another shape or an unknown key (J1), and for an IR that breaks an invariant of its
 * level; TypeError for an unknown level
 */
export function irFromJson<L extends Level>(level: L, json: unknown): IrByLevel[L] {
  const ir = FROM_JSON[read(levelReader, level, 'level') as L](json)
  const problems = levelFunctions(level).verify(ir)
  if (problems.length > 0) throw new IrError(level, problems)
  return ir
}
