/*
 * Findings as SARIF 2.1.0, which code scanning reads.
 *
 * A lint rule or a warning is a reporting descriptor, and a finding is a result. A finding that a baseline accepts is
 * a result with a suppression, whose justification is the reason. A file that could not be read, and a rule without a
 * decision, is a notification. The text depends on the input alone: it holds no time, no machine and no absolute
 * path.
 * @see docs.oasis-open.org/sarif/sarif/v2.1.0
 */
import { lintRules } from '@seccompile/lint'
import type { FindingFacts } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import type { Severity } from '@seccompile/policy'
import { expectObject, expectText } from '@seccompile/shape'
import { keyOf } from './baseline.ts'
import { shownFacts } from './facts.ts'
import type { LintAnswer } from './facts.ts'
import { WORST_FIRST } from './linted.ts'
import type { LintResult, LintedFinding, LintFailure } from './linted.ts'

const LEVELS: Readonly<Record<Severity, string>> = { high: 'error', medium: 'warning', low: 'note' }

/** A lone half of a surrogate pair, which no URI can hold. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * `name` as a relative reference: each part of the path percent-encoded. The name of a preset has no scheme either: where one URI has a
 * scheme, code scanning of GitHub refuses the log.
 */
export function uriOf(name: string): string {
  expectText(name, 'name')
  return name.replace(LONE, '\ufffd').split('/').map(encodeURIComponent).join('/')
}

const message = (text: string): unknown => ({ text })

/** The seccompile that writes a log. */
export interface SarifWriter {
  readonly version: string
  /** The page of its repository at this version, without a slash at the end; absent while there is none. */
  readonly home?: string
}

/** The heading of each lint rule of our own in docs/lint-rules.md, as a fragment. */
const HEADINGS: ReadonlyMap<string, string> = new Map(
  lintRules.map(({ name }) => [name, name.replaceAll('.', '')]),
)
const WARNED: ReadonlySet<string> = new Set(WARNINGS.map(({ name }) => name))

/** The page about findings of one name: that of this repository, or the first source that is a page. */
function pageOf({ name, sources = [] }: FindingFacts, { home }: SarifWriter): string | undefined {
  const heading = HEADINGS.get(name)
  if (home !== undefined && heading !== undefined) return `${home}/docs/lint-rules.md#${heading}`
  if (home !== undefined && WARNED.has(name)) return `${home}/docs/warnings.md`
  return sources.find((source) => /^https:\/\/[\x21-\x7e]+$/.test(source))
}

function descriptor(facts: FindingFacts, writer: SarifWriter): unknown {
  const { name, severity, means, remedy, sources = [] } = facts
  const helpUri = pageOf(facts, writer)
  const list = sources.length === 0 ? '' : `\n\nSources: ${sources.join(', ')}`
  return {
    id: name,
    shortDescription: message(means),
    help: message(`${remedy}${list}`),
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVELS[severity] },
  }
}

/** The locations of a finding: the place of its rule if it is known, else the files of the filter. */
function locations({ filter, name }: LintResult, { source }: LintedFinding): readonly unknown[] {
  const physical = (uri: string, region: object): unknown => ({
    physicalLocation: { artifactLocation: { uri: uriOf(uri) }, ...region },
  })
  if (source !== undefined)
    return [physical(source.file, { region: { startLine: source.line, startColumn: source.column } })]
  return (filter.files ?? [name]).map((file) => physical(file, {}))
}

/** What a result is recognised by in another run, by the name of the property and its version. */
const FINGERPRINT = 'seccompileFinding/v1'

/**
 * A fingerprint for each finding of a file, in order: what an entry of a baseline names, so that it stays where lines move. Of
 * several findings that one entry accepts, the second and later ones have a number.
 */
function fingerprints(findings: readonly LintedFinding[]): readonly string[] {
  const keys = findings.map((finding) => {
    const { lintRule, call, abi } = keyOf(finding)
    return [lintRule, call, abi].filter((part) => part !== undefined).join(' ')
  })
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key} ${count}`
  })
}

function result(
  linted: LintResult,
  finding: LintedFinding,
  fingerprint: string,
  rules: readonly FindingFacts[],
): unknown {
  const { name, severity, what, abis, call, other, instead, accepted } = finding
  return {
    ruleId: name,
    ruleIndex: rules.findIndex((rule) => rule.name === name),
    level: LEVELS[severity],
    message: message(what),
    locations: locations(linted, finding),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(accepted === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: accepted }] }),
    properties: {
      severity,
      ...(abis === undefined ? {} : { abis }),
      ...(call === undefined ? {} : { call: shownFacts(linted, call) }),
      ...(other === undefined ? {} : { other: shownFacts(linted, other) }),
      ...(instead === undefined ? {} : { instead }),
    },
  }
}

/**
 * The most results of a log: GitHub refuses a log with more.
 * @see docs.github.com, "SARIF results exceed one or more limits"
 */
const MAX_RESULTS = 25_000

/** The results for the findings of all files in order, or for the worst {@link MAX_RESULTS} of them. */
function results(linted: readonly LintResult[], rules: readonly FindingFacts[]): readonly unknown[] {
  const all = linted.flatMap((file) => {
    const prints = fingerprints(file.findings)
    return file.findings.map((finding, at) => ({ file, finding, print: prints[at]! }))
  })
  const rank = ({ finding: { accepted, severity } }: (typeof all)[number]): number =>
    accepted === undefined ? WORST_FIRST.indexOf(severity) : WORST_FIRST.length
  const kept =
    all.length <= MAX_RESULTS ? all : all.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_RESULTS)
  return kept.map(({ file, finding, print }) => result(file, finding, print, rules))
}

/**
 * Notifications on files that were not read, rules that were not decided, findings without a result and entries that
 * matched nothing, the worst first.
 */
function notifications({ files, unmatched }: LintAnswer): readonly unknown[] {
  const unread = files.filter((file): file is LintFailure => file.kind === 'not-linted')
  const linted = files.filter((file): file is LintResult => file.kind === 'linted')
  const more = linted.reduce((sum, { findings }) => sum + findings.length, -MAX_RESULTS)
  return [
    ...unread.map(({ error }) => ({ level: 'error', message: message(error) })),
    ...linted.flatMap(({ name, undecided }) =>
      undecided.map(({ name: rule, reason }) => ({
        level: 'error',
        message: message(`${name}: ${rule} is not decided: ${reason}`),
      })),
    ),
    ...(more > 0
      ? [{ level: 'warning', message: message(`${more} more findings have no result; lint --json has them`) }]
      : []),
    ...unmatched.map(({ text }) => ({ level: 'warning', message: message(text) })),
  ]
}

/** The answer of `lint` as a SARIF log. @param rules - the rules that ran */
export function sarifLog(answer: LintAnswer, rules: readonly FindingFacts[], writer: SarifWriter): unknown {
  expectObject(writer, 'writer', 'version')
  const linted = answer.files.filter((file): file is LintResult => file.kind === 'linted')
  const isWhole =
    linted.length === answer.files.length && linted.every(({ undecided }) => undecided.length === 0)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'seccompile',
            semanticVersion: writer.version,
            ...(writer.home === undefined ? {} : { informationUri: writer.home }),
            rules: rules.map((facts) => descriptor(facts, writer)),
          },
        },
        invocations: [{ executionSuccessful: isWhole, toolExecutionNotifications: notifications(answer) }],
        columnKind: 'utf16CodeUnits',
        results: results(linted, rules),
      },
    ],
  }
}
