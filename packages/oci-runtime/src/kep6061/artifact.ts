/*
 * Finds the parts of a profile that an artifact must not have: parts for which a runtime refuses to load it, and
 * parts that only the node may decide.
 * @see kubernetes/enhancements keps/sig-node/6061-oci-artifact-security-profiles; security-profiles-merger
 *   seccomp/doc.go, Conflicting rules; security-profiles-operator pull request 3432
 */
import { MAX_ERRNO } from '@seccompile/abi'
import { arrayAt, field, objectAt, parseJson, readProfile } from '@seccompile/oci/reading'
import type { JsonNode, JsonObject } from '@seccompile/oci/reading'
import { formatSource } from '@seccompile/policy/toolkit'
import type { Finding, PolicyRule, Source } from '@seccompile/policy'
import { expectObject, expectText, quote } from '@seccompile/shape'
import { abiByName } from '@seccompile/syscalls'
import { isSafe } from './call-rules.ts'
import type { RuleClause } from './call-rules.ts'
import { isPartOf } from './conditions.ts'
import { testsOf, verdictOf } from './loaded.ts'

/** The most bytes of an artifact: the default of runtimes. */
const MAX_BYTES = 1024 * 1024

/** Limits: the most entries that name one call, rules of one call, names of an entry, and rules of a profile. */
const LIMITS = { entries: 128, rules: 256, names: 1024, all: 16_384 } as const

/** The keys of the runtime specification. @see opencontainers/runtime-spec specs-go/config.go: LinuxSeccomp */
const PROFILE_KEYS = [
  'defaultAction',
  'defaultErrnoRet',
  'architectures',
  'flags',
  'listenerPath',
  'listenerMetadata',
  'syscalls',
]
const ENTRY_KEYS = ['names', 'action', 'errnoRet', 'args']
const ARG_KEYS = ['index', 'value', 'valueTwo', 'op']
const FLAGS = ['SECCOMP_FILTER_FLAG_TSYNC', 'SECCOMP_FILTER_FLAG_LOG', 'SECCOMP_FILTER_FLAG_SPEC_ALLOW']
const LISTENER_FLAG = 'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV'

type FaultReporter = (what: string, source: Source | undefined) => void

function itemsAt(object: JsonObject, key: string): readonly JsonNode[] {
  const node = field(object, key)
  return node === undefined ? [] : arrayAt(node, quote(key), 'an array').items
}

const textOf = (node: JsonNode | undefined): string => (node?.kind === 'string' ? node.value : '')

function checkKeys(object: JsonObject, known: readonly string[], report: FaultReporter): void {
  for (const { key, source } of object.members)
    if (!known.includes(key))
      report(`key ${quote(key)} is none of the runtime specification, and runtimes refuse it`, source)
}

function checkRepeats(items: readonly JsonNode[], what: string, report: FaultReporter): void {
  const seen = new Set<string>()
  for (const item of items) {
    const text = textOf(item)
    if (seen.has(text)) report(`${what} ${quote(text)} is listed twice`, item.source)
    seen.add(text)
  }
}

/** Checks the action of an object and its errno. */
function checkAction(object: JsonObject, actionKey: string, errnoKey: string, report: FaultReporter): void {
  const action = textOf(field(object, actionKey))
  if (action === 'SCMP_ACT_NOTIFY')
    report(
      'SCMP_ACT_NOTIFY needs a listener, which only the node can provide',
      field(object, actionKey)?.source,
    )
  const errno = field(object, errnoKey)
  if (errno?.kind !== 'number') return
  if (action !== 'SCMP_ACT_ERRNO' && action !== 'SCMP_ACT_TRACE')
    report(`${quote(errnoKey)} says nothing with ${action}, and crun refuses it`, errno.source)
  else if (Number(errno.text) > MAX_ERRNO)
    report(`${quote(errnoKey)} is ${errno.text}; an errno is at most ${MAX_ERRNO}`, errno.source)
}

function checkSettings(root: JsonObject, report: FaultReporter): void {
  checkKeys(root, PROFILE_KEYS, report)
  for (const key of ['listenerPath', 'listenerMetadata']) {
    const node = field(root, key)
    if (node !== undefined)
      report(`${quote(key)} names a listener, which only the node can provide`, node.source)
  }
  const flags = itemsAt(root, 'flags')
  checkRepeats(flags, 'flag', report)
  for (const flag of flags)
    if (textOf(flag) === LISTENER_FLAG)
      report(`flag ${quote(LISTENER_FLAG)} is for a listener, which only the node can provide`, flag.source)
    else if (!FLAGS.includes(textOf(flag)))
      report(`flag ${quote(textOf(flag))} is none of the runtime specification`, flag.source)
  checkRepeats(itemsAt(root, 'architectures'), 'architecture', report)
  checkAction(root, 'defaultAction', 'defaultErrnoRet', report)
}

function checkEntry(entry: JsonObject, isNarrow: boolean, report: FaultReporter): void {
  checkKeys(entry, ENTRY_KEYS, report)
  checkAction(entry, 'action', 'errnoRet', report)
  const names = itemsAt(entry, 'names')
  if (names.length > LIMITS.names)
    report(`entry has ${names.length} names; runtimes take at most ${LIMITS.names}`, entry.source)
  for (const name of names)
    // eslint-disable-next-line no-control-regex -- such characters are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(textOf(name)))
      report(`name ${quote(textOf(name))} has a control character, which ends it for libseccomp`, name.source)
  for (const item of itemsAt(entry, 'args')) {
    const arg = objectAt(item, 'condition', 'an object')
    checkKeys(arg, ARG_KEYS, report)
    const value = field(arg, 'value')
    if (isNarrow && value?.kind === 'number' && BigInt(value.text) > 0xffff_ffffn)
      report(
        `value ${value.text} has more than 32 bits, and the profile is for an ABI that compares 32; write two profiles`,
        value.source,
      )
  }
}

/** A rule of a call, with its place. */
interface PlacedClause extends RuleClause {
  readonly source: Source | undefined
}

/** The rules that a runtime adds for each call, by the name of the call. */
function clausesByName(
  rules: readonly PolicyRule[],
  otherwise: number,
): ReadonlyMap<string, readonly PlacedClause[]> {
  const found = new Map<string, PlacedClause[]>()
  for (const { names, action, args, source } of rules) {
    const verdict = verdictOf(action, 'rule', source)
    if (verdict === otherwise) continue
    const clause = { tests: testsOf(args), verdict, source }
    for (const { name } of names) {
      const known = found.get(name)
      if (known === undefined) found.set(name, [clause])
      else known.push(clause)
    }
  }
  return found
}

/**
 * The first rule of `clauses` that conflicts with an earlier rule: libseccomp refuses it, or takes an order of its own
 * for the two rules.
 */
function conflict(clauses: readonly PlacedClause[]): PlacedClause | undefined {
  const other = clauses.find(({ verdict }) => verdict !== clauses[0]?.verdict)
  if (other === undefined) return undefined
  const wider = clauses.find((one, i) =>
    clauses
      .slice(0, i)
      .some(
        (before) =>
          one.verdict !== before.verdict &&
          (isPartOf(one.tests, before.tests) || isPartOf(before.tests, one.tests)),
      ),
  )
  return wider ?? (isSafe(clauses) ? undefined : other)
}

function checkCalls(rules: readonly PolicyRule[], otherwise: number, report: FaultReporter): void {
  let all = 0
  for (const [name, clauses] of clausesByName(rules, otherwise)) {
    all += clauses.length
    if (clauses.length > LIMITS.rules) {
      report(
        `${quote(name)} has ${clauses.length} rules; runtimes take at most ${LIMITS.rules}`,
        clauses[0]?.source,
      )
      continue // so many rules take too long to compare
    }
    const found = conflict(clauses)
    if (found === undefined) continue
    report(
      `rules of ${quote(name)} with different results overlap, or may do so for libseccomp, which refuses them or obeys ` +
        'one by an order of its own; make each exclude the others by one condition with SCMP_CMP_EQ',
      found.source,
    )
  }
  if (all > LIMITS.all) report(`profile has ${all} rules; runtimes take at most ${LIMITS.all}`, undefined)
}

/** Reports names with more entries than runtimes take. */
function checkEntries(entries: readonly JsonObject[], report: FaultReporter): void {
  const counts = new Map<string, number>()
  for (const entry of entries)
    for (const name of new Set(itemsAt(entry, 'names').map(textOf))) {
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      if (count === LIMITS.entries + 1)
        report(`${quote(name)} has more than ${LIMITS.entries} entries; runtimes take no more`, entry.source)
    }
}

/** The number of bytes of `text` in UTF-8. A lone surrogate counts as three, like its replacement. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)! // every character has a code
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}

/**
 * The findings in `text` that an artifact must not have, each with its place; none where runtimes take the profile.
 * @throws PolicyError as `parseProfile` does where the text is no profile
 */
export function checkArtifact(text: string, options: { readonly file: string }): readonly Finding[] {
  expectText(text, 'text')
  expectObject(options, 'options', 'file')
  const { file } = options
  const findings: Finding[] = []
  const report: FaultReporter = (what, source = { file, line: 1, column: 1 }) =>
    findings.push({
      name: 'oci-artifact',
      severity: 'high',
      message: `${formatSource(source)}: ${what}`,
      source,
    })
  const tree = parseJson(text, file)
  const { policy } = readProfile(tree, { file })
  const bytes = utf8Length(text)
  if (bytes > MAX_BYTES) report(`profile has ${bytes} bytes; runtimes take at most ${MAX_BYTES}`, undefined)
  const root = objectAt(tree, 'profile', 'an object')
  checkSettings(root, report)
  const isNarrow = itemsAt(root, 'architectures').some((item) => abiByName(textOf(item))?.wordSize === 32)
  const entries = itemsAt(root, 'syscalls').map((item) => objectAt(item, 'entry', 'an object'))
  for (const entry of entries) checkEntry(entry, isNarrow, report)
  checkEntries(entries, report)
  const { defaultAction } = policy
  if (
    policy.rules.every(({ action }) => typeof action.data === 'number') &&
    typeof defaultAction.data === 'number'
  )
    checkCalls(policy.rules, verdictOf(defaultAction, 'default', undefined), report)
  return findings.toSorted(
    ({ source: a }, { source: b }) => a!.line - b!.line || a!.column - b!.column, // every finding has a place
  )
}
